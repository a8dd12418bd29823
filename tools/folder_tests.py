# SPDX-License-Identifier: Apache-2.0
"""Whole-program tests: a folder of input and expected output that anyone can read. tests/README.md says how."""

import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIME_LIMIT_SECONDS = 120

# What a test folder may say; every other file in it is input.
EXPECTATIONS = ("description", "command", "setup", "stdout", "stderr", "exit", "files", "expected")


@dataclass
class Outcome:
    """What a command did: its output with paths made the same for everyone, and the files it left."""

    stdout: str = ""
    stderr: str = ""
    exit: int = 0
    present: set = field(default_factory=set)  # paths of files and folders afterwards
    new: list = field(default_factory=list)  # those that were not there before
    texts: dict = field(default_factory=dict)  # text of each file that `expected/` names, as it is afterwards


def read(path):
    """The whole text, line ends as they are."""
    return path.read_bytes().decode("utf-8", "backslashreplace")


def read_optional(path):
    return read(path) if path.is_file() else ""


def expected_files(folder):
    """Paths, relative to `expected/`, of the files whose whole text is expected."""
    base = folder / "expected"
    return sorted(str(path.relative_to(base)) for path in base.rglob("*") if path.is_file())


def paths_below(here):
    return {str(path.relative_to(here)) for path in here.rglob("*")}


def copy_input(folder, here):
    for entry in folder.iterdir():
        if entry.name in EXPECTATIONS:
            continue
        if entry.is_dir():
            shutil.copytree(entry, here / entry.name)
        else:
            shutil.copy2(entry, here / entry.name)


def run(folder, program):
    """Runs the folder's command lines in a copy of its input, until one fails."""
    with tempfile.TemporaryDirectory(prefix="commonweal-test-") as temporary:
        here = pathlib.Path(temporary).resolve()
        copy_input(folder, here)
        environment = {"PATH": os.environ["PATH"], "HOME": str(here), "HERE": str(here), "ROOT": str(ROOT)}
        if (folder / "setup").is_file():
            subprocess.run(["sh", "-eu", str((folder / "setup").resolve())], cwd=here, env=environment, check=True,
                           timeout=TIME_LIMIT_SECONDS)
        before = paths_below(here)

        outcome = Outcome()
        for line in (folder / "command").read_text(encoding="utf-8").splitlines():
            words = [same_for_all(word, "${HERE}", str(here), "${ROOT}", str(ROOT)) for word in shlex.split(line)]
            finished = subprocess.run([program, *words], cwd=here, env=environment, stdin=subprocess.DEVNULL,
                                      capture_output=True, timeout=TIME_LIMIT_SECONDS)
            outcome.stdout += finished.stdout.decode("utf-8", "backslashreplace")
            outcome.stderr += finished.stderr.decode("utf-8", "backslashreplace")
            outcome.exit = finished.returncode
            if finished.returncode != 0:
                break

        outcome.stdout = same_for_all(outcome.stdout, str(here), "${HERE}", str(ROOT), "${ROOT}")
        outcome.stderr = same_for_all(outcome.stderr, str(here), "${HERE}", str(ROOT), "${ROOT}")
        outcome.present = paths_below(here)
        outcome.new = sorted(outcome.present - before)
        for name in expected_files(folder):
            if (here / name).is_file():
                outcome.texts[name] = read(here / name)
        return outcome


def same_for_all(text, *replacements):
    """`text` with each (from, to) pair of the rest replaced."""
    for old, new in zip(replacements[::2], replacements[1::2]):
        text = text.replace(old, new)
    return text
