#!/usr/bin/env python3
"""The same bridge through `labrun solve frame` and through CalculiX, whole process against whole
process: bench_calculix.py LABRUN. Prints both sags and the ratio of the times; leaves 1 behind
when the two do not agree.

CalculiX turns its B31 and B32 beams into solids, with seven times the unknowns. Its own beam
element U1 has the unknowns of ours, and without shear it is the same Euler-Bernoulli beam."""
import json
import math
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 7
PARTS = 4  # elements a member
E = 3600.0  # N/mm²
AREA, INERTIA = 17.8, 28.3  # mm², mm⁴
NO_SHEAR = 1e6  # shear coefficient
AGREEMENT = 1e-5  # CalculiX prints seven digits


def warren(panels):
    """Nodes (x, y) in mm and members (from, to) of a bridge of 1 m."""
    panel = 1000.0 / panels
    nodes = [(i * panel, 0.0) for i in range(panels + 1)]
    nodes += [((i + 0.5) * panel, 100.0) for i in range(panels)]
    top = panels + 1
    members = []
    for i in range(panels):
        members += [(i, i + 1), (i, top + i), (top + i, i + 1)]
        if i > 0:
            members.append((top + i - 1, top + i))
    return nodes, members


def case_of(nodes, members, panels):
    return {
        "id": "bridge",
        "analysis": "linear_static",
        "nodes": [{"id": n, "x": x, "y": y} for n, (x, y) in enumerate(nodes)],
        "members": [
            {"id": m, "i": i, "j": j, "type": "frame", "E": E, "A": AREA, "I": INERTIA,
             "subdivide": PARTS}
            for m, (i, j) in enumerate(members)
        ],
        "supports": [{"node": 0, "ux": 1, "uy": 1}, {"node": panels, "uy": 1}],
        "loads": [{"type": "nodal", "node": panels // 2, "fx": 0, "fy": -1, "mz": 0}],
        "expected": [{"quantity": "disp", "at": panels // 2, "component": "uy"}],
    }


def parted(nodes, members):
    """All points, and the elements (from, to) by the direction of their member."""
    points, groups = list(nodes), {}
    for i, j in members:
        (ax, ay), (bx, by) = nodes[i], nodes[j]
        inner = range(len(points), len(points) + PARTS - 1)
        for part in range(1, PARTS):
            t = part / PARTS
            points.append((ax + t * (bx - ax), ay + t * (by - ay)))
        length = math.hypot(bx - ax, by - ay)
        direction = (round((bx - ax) / length, 9), round((by - ay) / length, 9))
        chain = [i, *inner, j]
        groups.setdefault(direction, []).extend(zip(chain, chain[1:]))
    return points, groups


def deck_of(nodes, members, panels):
    points, groups = parted(nodes, members)
    lines = ["*NODE, NSET=ALL"]
    lines += [f"{n + 1}, {x:.9g}, {y:.9g}, 0" for n, (x, y) in enumerate(points)]
    lines += ["*USER ELEMENT, TYPE=U1, NODES=2, INTEGRATION POINTS=2, MAXDOF=6",
              "*MATERIAL, NAME=PASTA", "*ELASTIC", f"{E}, 0.3"]
    number = 0
    for group, ((c, s), elements) in enumerate(groups.items()):
        lines.append(f"*ELEMENT, TYPE=U1, ELSET=G{group}")
        for i, j in elements:
            number += 1
            lines.append(f"{number}, {i + 1}, {j + 1}")
        lines += [f"*BEAM SECTION, ELSET=G{group}, MATERIAL=PASTA, SECTION=GENERAL",
                  f"{AREA}, {INERTIA}, 0, {INERTIA}, {NO_SHEAR}", f"{-s}, {c}, 0"]
    middle = panels // 2 + 1
    lines += ["*NSET, NSET=MIDDLE", f"{middle}", "*BOUNDARY", "ALL, 3, 5", "1, 1, 2",
              f"{panels + 1}, 2, 2", "*STEP", "*STATIC", "*CLOAD", f"{middle}, 2, -1.0",
              "*NODE PRINT, NSET=MIDDLE", "U", "*END STEP"]
    return "\n".join(lines) + "\n"


def timed(command, folder):
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return 1000 * (time.perf_counter() - start), done.stdout


def their_sag(path):
    for line in path.read_text().splitlines():
        words = line.split()
        if len(words) > 3 and words[0].isdigit():
            return float(words[2])
    raise SystemExit("CalculiX wrote no displacement")


def compare(labrun, panels):
    nodes, members = warren(panels)
    unknowns = 3 * (len(nodes) + len(members) * (PARTS - 1)) - 3
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "bridge.json").write_text(json.dumps(case_of(nodes, members, panels)))
        (folder / "bridge.inp").write_text(deck_of(nodes, members, panels))
        ours, theirs, ratios = [], [], []
        for _ in range(RUNS):  # in pairs, so that a busy machine meets both
            mine, text = timed([labrun, "solve", "frame", "bridge.json", "--json"], folder)
            other, _ = timed(["ccx", "bridge"], folder)
            ours.append(mine)
            theirs.append(other)
            ratios.append(other / mine)
        sag = json.loads(text)["cases"][0]["results"][0]["value"]
        reference = their_sag(folder / "bridge.dat")
    apart = abs(sag / reference - 1)
    print(f"{unknowns} unknowns: sag {sag:.6g} and {reference:.6g} mm, {apart:.1e} apart; "
          f"labrun {statistics.median(ours):.1f} ms, ccx {statistics.median(theirs):.1f} ms, "
          f"ccx / labrun {statistics.median(ratios):.1f} (median of {RUNS} pairs)")
    return apart < AGREEMENT


def main():
    if not shutil.which("ccx"):
        print("calculix-ccx is not installed: comparison skipped")
        return 0
    labrun = str(pathlib.Path(sys.argv[1]).resolve())
    agree = [compare(labrun, panels) for panels in (8, 10, 50)]
    return 0 if all(agree) else 1


if __name__ == "__main__":
    sys.exit(main())
