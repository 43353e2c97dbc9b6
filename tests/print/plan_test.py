#!/usr/bin/env python3
"""Holds the printed building plan under a ruler: plan_test.py LABRUN
The PDF is drawn by poppler, at ten dots a millimetre, and measured in dots."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

LABRUN = sys.argv.pop()
DOTS = 10  # a millimetre
A4 = {(210, 297), (297, 210)}


def read_gray(path):
    """Width, height and bytes of a binary PGM."""
    data = pathlib.Path(path).read_bytes()
    kind, width, height, _, pixels = data.split(maxsplit=4)
    assert kind == b"P5"
    size = int(width) * int(height)
    return int(width), int(height), data[-size:]


def longest_dark_run(row):
    best = run = 0
    for value in row:
        run = run + 1 if value < 128 else 0
        best = max(best, run)
    return best


class PrintedPlan(unittest.TestCase):
    def export(self, scenario, key, name):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = pathlib.Path(folder.name) / name
        subprocess.run([LABRUN, "export", scenario, key, "--out", path], check=True,
                       capture_output=True, timeout=60)
        return path

    def pages(self, pdf):
        subprocess.run(["pdftoppm", "-gray", "-r", str(25.4 * DOTS), pdf, pdf.with_suffix("")],
                       check=True, timeout=120)
        return [read_gray(page) for page in sorted(pdf.parent.glob("*.pgm"))]

    def test_every_sheet_is_a4_and_its_bar_is_100_mm(self):
        pages = self.pages(self.export("spaghettibrug", "plan", "plan.pdf"))
        self.assertGreaterEqual(len(pages), 4)
        for number, (width, height, pixels) in enumerate(pages, 1):
            self.assertIn((round(width / DOTS), round(height / DOTS)), A4)
            # The bar lies 7 mm above the lower edge.
            rows = range(height - 8 * DOTS, height - 6 * DOTS)
            longest = max(longest_dark_run(pixels[y * width:(y + 1) * width]) for y in rows)
            self.assertAlmostEqual(longest / DOTS, 100, delta=0.5, msg=f"page {number}")

    def test_members_are_as_long_on_paper_as_in_the_model(self):
        """A support-to-support bridge of 60 cm: its joints lie 600 mm apart on the one sheet."""
        svg = self.export("spaghettibrug", "plan_svg", "plan.svg").read_text(encoding="utf-8")
        centres = [float(part.split('"')[1]) for part in svg.split("<circle")[1:]]
        self.assertAlmostEqual(max(centres) - min(centres), 600, delta=0.05)


if __name__ == "__main__":
    unittest.main()
