#!/usr/bin/env python3
"""Runs the desktop program in a virtual display and reads its pictures:
smoke_test.py PROGRAM"""
import collections
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

PROGRAM = os.path.abspath(sys.argv.pop())
virtual = {}  # DISPLAY of the one X server that all tests share


def setUpModule():
    """The server picks a free number itself and tells it once it is ready."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL)
    unittest.addModuleCleanup(lambda: (server.terminate(), server.wait()))
    os.close(write)
    with os.fdopen(read) as answer:
        virtual["DISPLAY"] = ":" + answer.readline().strip()
    assert virtual["DISPLAY"] != ":", "Xvfb did not start"


def run(*arguments, display=True, cwd=None, **environment):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=120, cwd=cwd,
                          env={**os.environ, **(virtual if display else {}), **environment})


def pixels(path):
    """Width, height and the rows of an 8-bit RGBA PNG."""
    data = pathlib.Path(path).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "not a PNG"
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", body[:10])
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    size = {2: 3, 6: 4}[colour]
    assert depth == 8
    raw, stride, rows, before = zlib.decompress(packed), width * size, [], bytearray(width * size)
    for y in range(height):
        kind = raw[y * (stride + 1)]
        row = bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for x in range(stride):
            left = row[x - size] if x >= size else 0
            up = before[x]
            corner = before[x - size] if x >= size else 0
            if kind == 1:
                row[x] = (row[x] + left) & 255
            elif kind == 2:
                row[x] = (row[x] + up) & 255
            elif kind == 3:
                row[x] = (row[x] + (left + up) // 2) & 255
            elif kind == 4:
                guess = left + up - corner
                nearest = min((abs(guess - left), 0, left), (abs(guess - up), 1, up),
                              (abs(guess - corner), 2, corner))[2]
                row[x] = (row[x] + nearest) & 255
        rows.append(bytes(row))
        before = row
    return width, height, size, rows


def colours(size, rows):
    count = collections.Counter()
    for row in rows[::3]:
        for x in range(0, len(row), size * 3):
            count[row[x:x + 3]] += 1
    return count


class Smoke(unittest.TestCase):
    def picture(self, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.png")
            done = run("--screenshot", path, *arguments)
            self.assertEqual(done.returncode, 0, done.stderr)
            return pixels(path)

    def test_loading_in_light(self):
        width, height, size, rows = self.picture("--size", "1000x640", "--at", "8s")
        self.assertEqual((width, height), (1000, 640))
        seen = colours(size, rows)
        self.assertGreater(len(seen), 100, "hardly anything is drawn")
        self.assertLess(seen.most_common(1)[0][1], 0.8 * sum(seen.values()), "one colour")
        for name, colour in {"paper": "F6F4EE", "sheet": "FFFFFF", "accent": "0B6E4F",
                             "tension": "0072B2"}.items():
            self.assertIn(bytes.fromhex(colour), seen, name)

    def test_failure_in_dark_and_english(self):
        width, height, size, rows = self.picture("--theme", "dark", "--lang", "en", "--at",
                                                 "failure", "--size", "900x600", "--scale", "1.5")
        self.assertEqual((width, height), (900, 600))
        common = [colour for colour, _ in colours(size, rows).most_common(2)]
        self.assertCountEqual(common, [bytes.fromhex("15181C"), bytes.fromhex("1E2329")])

    def test_moments_differ(self):
        start = self.picture("--size", "640x400")[3]
        end = self.picture("--size", "640x400", "--at", "end")[3]
        self.assertNotEqual(start, end)

    def test_bench_reports_json(self):
        done = run("--bench-frames", "30")
        self.assertEqual(done.returncode, 0, done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual(report["frames"], 30)
        self.assertGreater(report["median_ms"], 0)

    def test_no_display_is_one_sentence_and_exit_3(self):
        done = run(display=False, DISPLAY="", WAYLAND_DISPLAY="", SDL_VIDEODRIVER="x11")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertIn("labrun", done.stderr)

    def test_no_gl_is_one_sentence_and_exit_3(self):
        done = run(display=False, SDL_VIDEODRIVER="dummy")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertIn("OpenGL", done.stderr)

    def flow(self, name, expected, *arguments):
        """Plays a file of tests/desktop/flows; its pictures stay in PROEFTUIN_PICTURES if set."""
        script = pathlib.Path(__file__).resolve().parent / "flows" / name
        with tempfile.TemporaryDirectory() as folder:
            keep = os.environ.get("PROEFTUIN_PICTURES")
            place = os.path.join(keep, "-".join(a.strip("-") for a in arguments)) if keep else folder
            os.makedirs(place, exist_ok=True)
            done = run("--screenshot", "end.png", "--play", str(script), *arguments, cwd=place)
            self.assertEqual(done.returncode, 0, done.stderr)
            shown = [pathlib.Path(place, f"{picture}.png").read_bytes() for picture in expected]
            self.assertEqual(len(set(shown)), len(expected), "two moments look the same")

    def test_class_flow_design_break_compare(self):
        pictures = ["bridge-start", "bridge-selected", "bridge-failure", "bridge-why",
                    "bridge-plot", "bridge-designs", "bridge-compare", "bridge-real",
                    "bridge-export"]
        self.flow("bridge.txt", pictures, "--lang", "nl", "--size", "1280x720")
        self.flow("bridge.txt", pictures, "--lang", "en", "--size", "1024x640", "--theme", "dark")

    def test_class_flow_measure(self):
        for language in ("nl", "en"):
            self.flow("measure.txt", ["measure-start", "measure-three", "measure-table",
                                      "measure-bridge"], "--lang", language)

    def test_class_flow_from_drafty_to_passive_house(self):
        pictures = ["house-drafty", "house-year", "house-flows", "house-detail", "house-passive",
                    "house-wall", "house-months", "house-variants", "house-duration",
                    "house-costs", "house-calendar", "house-week", "house-summer", "house-export"]
        self.flow("house.txt", pictures, "--lang", "nl", "--size", "1280x720")
        self.flow("house.txt", pictures, "--lang", "en", "--size", "1024x640", "--theme", "dark")

    def test_class_flow_contest(self):
        pictures = ["contest-requirements", "contest-repeats", "contest-members", "contest-cuts",
                    "contest-why", "contest-real", "contest-reasons", "contest-reccs"]
        self.flow("contest.txt", pictures, "--lang", "nl", "--size", "1280x720")
        self.flow("contest.txt", pictures, "--lang", "en", "--size", "1024x640", "--theme", "dark")
        self.flow("contest.txt", pictures, "--lang", "nl", "--size", "1920x1080", "--theme",
                  "contrast")

    def test_drawing_on_the_stage(self):
        self.flow("draw.txt", ["draw-member", "draw-problem", "draw-repaired"])

    def test_a_refused_act_names_its_line(self):
        with tempfile.TemporaryDirectory() as folder:
            script = pathlib.Path(folder, "les.txt")
            script.write_text("# les\nparam.height = 900 cm\n", encoding="utf-8")
            done = run("--screenshot", os.path.join(folder, "a.png"), "--play", str(script))
            self.assertEqual(done.returncode, 1)
            self.assertIn("les.txt:2", done.stderr)

    def test_wrong_command_line_is_exit_2(self):
        self.assertEqual(run("--sceenshot", "a.png", display=False).returncode, 2)

    def test_version_and_help_need_no_display(self):
        for option in ("--version", "--help"):
            done = run(option, display=False, DISPLAY="")
            self.assertEqual(done.returncode, 0)
            self.assertIn("proeftuin", done.stdout.lower())

    def test_unwritable_picture_is_exit_1(self):
        done = run("--screenshot", "/nowhere/at/all/a.png")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)


unittest.main(verbosity=2)
