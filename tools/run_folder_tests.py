#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs whole-program tests: run_folder_tests.py PROGRAM FOLDER... Prints each difference, and ends with 1 if any."""

import difflib
import pathlib
import subprocess
import sys

import folder_tests


def difference(what, expected, seen):
    """The difference of two whole texts, as lines; nothing if they are the same."""
    if expected == seen:
        return []
    lines = list(difflib.unified_diff(expected.splitlines(), seen.splitlines(), f"{what}, expected", f"{what}, seen",
                                      lineterm=""))
    return lines or [f"{what}: only line ends differ"]


def faults_of_form(folder):
    """Rules that every test folder keeps, whatever its program does."""
    if len(folder_tests.read_optional(folder / "description").splitlines()) != 1:
        yield "'description' must be one line that says what holds"
    if not folder_tests.read_optional(folder / "command").strip():
        yield "'command' must have a line of arguments"
    code = folder_tests.read_optional(folder / "exit").strip() or "0"
    if not code.isdigit():
        yield f"'exit' must be a number, but is '{code}'"
    if folder.name.startswith("fail_") != (code == "2"):
        yield f"a folder is called fail_... if and only if its exit code is 2, but this one's is {code}"


def faults_of_outcome(folder, outcome):
    """Every way in which what happened is not what the folder expects."""
    for what in ("stdout", "stderr"):
        yield from difference(what, folder_tests.read_optional(folder / what), getattr(outcome, what))
    yield from difference("exit", folder_tests.read_optional(folder / "exit").strip() or "0", str(outcome.exit))
    if outcome.exit == 2 and outcome.new:
        yield f"a command that fails must leave nothing behind, but left {', '.join(outcome.new)}"
    for line in folder_tests.read_optional(folder / "files").split():
        if line.startswith("!") and line[1:] in outcome.present:
            yield f"'{line[1:]}' must not exist"
        if not line.startswith("!") and line not in outcome.present:
            yield f"'{line}' must exist"
    for name in folder_tests.expected_files(folder):
        if name not in outcome.texts:
            yield f"'{name}' must exist"
        else:
            yield from difference(name, folder_tests.read(folder / "expected" / name), outcome.texts[name])


def check(folder, program):
    faults = list(faults_of_form(folder))
    if faults:
        return faults
    try:
        return list(faults_of_outcome(folder, folder_tests.run(folder, program)))
    except subprocess.TimeoutExpired as expired:
        return [f"not done after {expired.timeout} seconds"]
    except subprocess.CalledProcessError as failed:
        return [f"'setup' ended with exit code {failed.returncode}"]


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    program, failed = pathlib.Path(arguments[0]).resolve(), 0
    for folder in map(pathlib.Path, arguments[1:]):
        faults = check(folder, program)
        if faults:
            failed += 1
            print(f"{folder}: {folder_tests.read_optional(folder / 'description').strip()}")
            print("".join(f"  {fault}\n" for fault in faults), end="")
            print(f"to run it alone: tools/run_folder_tests.py {program} {folder}")
            print(f"to accept what it does: tools/update-expected {folder}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
