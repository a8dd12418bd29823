# SPDX-License-Identifier: Apache-2.0
"""Documents stay true: links lead somewhere, generated files are fresh, the commands they show run."""

import pathlib
import re
import shlex
import subprocess
import tempfile

from checks.tree import Fault

GENERATED = "tools/generated.txt"
PROGRAM = "build/release/commonweal"


def documents(tree):
    return tree.files("*.md", "docs/**/*.md", "src/**/*.md", "domain/**/*.md", "tests/*.md", "benchmarks/*.md")


def outside_code(tree, path):
    """(number, text) of each line that is not in a fenced block, without `code`."""
    fenced = False
    for number, line in tree.lines(path):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif not fenced:
            yield number, re.sub(r"`[^`]*`", "", line)


def anchor(heading):
    """A heading as links name it."""
    kept = re.sub(r"[^\w\- ]", "", re.sub(r"^#+\s*", "", heading).strip().lower())
    return kept.replace(" ", "-")


def anchors(tree, path):
    return {anchor(line) for _, line in tree.lines(path) if line.startswith("#")}


def links(tree):
    """Every link from a document to a file, or a heading in one, leads there."""
    for path in documents(tree):
        for number, line in outside_code(tree, path):
            for target in re.findall(r"\]\(([^)\s]+)\)", line):
                if re.match(r"[a-z]+:", target):
                    continue
                name, _, heading = target.partition("#")
                place = pathlib.Path(path).parent / name if name else pathlib.Path(path)
                if not tree.has(place):
                    yield Fault(path, number, f"the link '{target}' leads nowhere")
                elif heading and place.suffix == ".md" and heading not in anchors(tree, place):
                    yield Fault(path, number, f"'{place}' has no heading '{heading}'")


def generated(tree):
    """Each generated file is what its command writes now."""
    for number, line in tree.lines(GENERATED):
        if line.startswith("#") or not line.strip():
            continue
        path, command = (part.strip() for part in line.split(":", 1))
        finished = subprocess.run(command, shell=True, cwd=tree.root, capture_output=True, text=True, check=False)
        if finished.returncode != 0:
            yield Fault(GENERATED, number, f"'{command}' ended with exit code {finished.returncode}")
        elif not tree.has(path) or tree.text(path) != finished.stdout:
            yield Fault(path, 0, f"not fresh; write it anew: {command} >{path}")


def shown_commands(tree, path):
    """(number, command) of each line in a block marked sh; lines that end in a backslash go on in the next."""
    in_shell, begun, pending = False, 0, ""
    for number, line in ((number, line.strip()) for number, line in tree.lines(path)):
        if line.startswith("```"):
            in_shell = line == "```sh"
        elif in_shell and line and not line.startswith("#"):
            begun = begun or number
            pending += line.removesuffix("\\")
            if not line.endswith("\\"):
                yield begun, pending
                begun, pending = 0, ""


def go_commands(tree):
    return set(re.findall(r"^  \./go (\w+)", tree.text("go"), re.MULTILINE))


def commands(tree):
    """Each command that a document shows runs: the program's for real, where it can write; ./go's need only exist."""
    shown = [(path, number, command) for path in documents(tree) for number, command in shown_commands(tree, path)]
    with tempfile.TemporaryDirectory(prefix="commonweal-documents-") as folder:
        for entry in tree.root.iterdir():
            if entry.name != "results":
                (pathlib.Path(folder) / entry.name).symlink_to(entry.resolve())
        for path, number, command in shown:
            words = shlex.split(command, comments=True)
            if words[0] == "./go":
                if words[1:] and words[1] not in go_commands(tree):
                    yield Fault(path, number, f"'{command}': there is no such command of ./go")
            elif words[0] in ("commonweal", PROGRAM):
                finished = subprocess.run([PROGRAM, *words[1:]], cwd=folder, capture_output=True, text=True,
                                          check=False)
                if finished.returncode != 0:
                    yield Fault(path, number, f"'{command}' ended with exit code {finished.returncode}:\n"
                                              f"{finished.stderr.rstrip()}")
