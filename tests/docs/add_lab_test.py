#!/usr/bin/env python3
"""Builds the lab of docs/add-a-lab.md as the page tells, runs its test and its scenario.
Usage: add_lab_test.py ROOT BUILD_FOLDER"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

root, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
project = work / "project"
build = project / "build/dev"  # where it stands in every checkout, so that compiler results are found again


def run(*command):
    done = subprocess.run(command, cwd=project, text=True, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return done.stdout


def copy_project():
    """The project's files with a lab folder of its own."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(root, project, ignore=shutil.ignore_patterns("build", ".git", "node_modules", "out"))


def write_lab():
    """Each fenced block whose info line names a file; "append before X" edits a file instead."""
    page = (root / "docs/add-a-lab.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w+ (\S+/\S+)(?: append before (\w+))?\n(.*?)^```", page, re.M | re.S)
    assert len(blocks) == 8, f"found {len(blocks)} files on the page"
    for name, before, text in blocks:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if before:
            old = path.read_text(encoding="utf-8")
            assert before in old
            text = old.replace(before, text + before, 1)
        path.write_text(text, encoding="utf-8")


copy_project()
write_lab()
run("cmake", "--preset", "dev", "-B", str(build))
run("cmake", "--build", str(build), "--target", "labrun", "test_cooling_cup", "test_i18n")
run(build / "tests/test_cooling_cup")
run(build / "tests/test_i18n")
labrun = next(build.rglob("labrun"))
answer = json.loads(run(labrun, "run", "koffie", "--until", "20min", "--json"))
celsius = answer["outputs"]["temperature"]["value"]
assert abs(celsius - (20 + 70 * 0.36787944117144233)) < 1e-6, answer
assert answer["outputs"]["temperature"]["unit"] == "°C", answer
print(f"the page's lab runs: {celsius:.3f} °C after one time constant")
