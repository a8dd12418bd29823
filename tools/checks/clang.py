# SPDX-License-Identifier: Apache-2.0
"""What clang's tools say of the C++: spaces (clang-format) and faults that reviews miss (clang-tidy)."""

import hashlib
import json
import os
import pathlib
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor

from checks.tree import Fault

FORMAT = "clang-format-19"
TIDY = "clang-tidy-19"
COMPILE_COMMANDS = "build/release/compile_commands.json"
PASSED = "build/lint"  # an empty file for every source found clean, named by the hash of all that it was judged by


def format_of_sources(tree):
    sources = tree.sources()
    if not sources:
        return
    finished = subprocess.run([FORMAT, "--dry-run", "-Werror", *sources], cwd=tree.root, capture_output=True, text=True,
                              check=False)
    told = set()
    for path, line in re.findall(r"^(.+?):(\d+):\d+: error:", finished.stderr, re.MULTILINE):
        if path not in told:
            yield Fault(path, int(line), "not laid out as .clang-format says, from here on; ./go format does it")
        told.add(path)


def with_own_includes(tree, path, seen):
    """The file and all of the project's that it includes, itself or through others. CMake compiles files of a folder
    many at a time, as one that includes them by their whole paths."""
    if path in seen or not tree.has(path):
        return seen
    seen.add(path)
    for included in re.findall(r'^\s*#\s*include\s+"([^"]+)"', tree.text(path), re.MULTILINE):
        if included.startswith(f"{tree.root.resolve()}/"):
            with_own_includes(tree, os.path.relpath(included, tree.root.resolve()), seen)
            continue
        with_own_includes(tree, f"src/{included}", seen)
        with_own_includes(tree, str(pathlib.Path(path).parent / included), seen)
    return seen


def stamp(tree, path, command, version):
    """A hash of everything that could change what clang-tidy says of a file."""
    judged_by = hashlib.sha256("\n".join([version, tree.text(".clang-tidy"), command]).encode())
    for part in sorted(with_own_includes(tree, path, set())):
        judged_by.update(f"\n{part}\n{tree.text(part)}".encode())
    return judged_by.hexdigest()


def lint_one(tree, path):
    """Faults of one file."""
    build = str(pathlib.Path(COMPILE_COMMANDS).parent)
    finished = subprocess.run([TIDY, "-p", build, "--quiet", path], cwd=tree.root,
                              capture_output=True, text=True, check=False)
    root = f"{tree.root.resolve()}/"
    faults = [Fault(seen.removeprefix(root), int(line), message) for seen, line, message in
              re.findall(r"^(/.+?):(\d+):\d+: error: (.*)$", finished.stdout, re.MULTILINE)]
    if finished.returncode != 0 and not faults:
        faults.append(Fault(path, 0, f"{TIDY} failed: {(finished.stdout + finished.stderr).strip()}"))
    return faults


def lint(tree):
    """Every source is clean; what was found so stays so until something it was judged by changes."""
    if not tree.has(COMPILE_COMMANDS):
        yield Fault(COMPILE_COMMANDS, 0, "missing; ./go check makes it")
        return
    version = subprocess.run([TIDY, "--version"], capture_output=True, text=True, check=True).stdout
    root, passed = tree.root.resolve(), tree.root / PASSED
    passed.mkdir(parents=True, exist_ok=True)
    stamps = {}
    for entry in json.loads(tree.text(COMPILE_COMMANDS)):
        path = os.path.relpath(entry["file"], root)
        if tree.has(path):  # one deleted since the last build is no longer ours to judge
            stamps[path] = stamp(tree, path, entry["command"], version)
    unknown = [path for path in sorted(stamps) if not (passed / stamps[path]).exists()]

    seen = set()  # a header's faults are found by each file that includes it, but told once
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for path, faults in zip(unknown, workers.map(lambda path: lint_one(tree, path), unknown)):
            if not faults:
                (passed / stamps[path]).touch()
            yield from (fault for fault in faults if fault not in seen)
            seen.update(faults)
