# SPDX-License-Identifier: Apache-2.0
"""What the rules look at: the project's files, and the faults found in them."""

import pathlib
from dataclasses import dataclass

# Folders that hold nothing written by hand.
NOT_OURS = {".git", "build", "results", "__pycache__", "node_modules"}


def is_test(path):
    """Whether a source is a test's or a fuzzer's, and so no part of what people run."""
    return path.endswith(("_test.cpp", "_test.h", "_fuzz.cpp"))


@dataclass(frozen=True)
class Fault:
    path: str  # relative to the project
    line: int  # from 1; 0 where the whole file is meant
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


class Tree:
    """The project's files under a root, by path relative to it."""

    def __init__(self, root):
        self.root = pathlib.Path(root)

    def files(self, *patterns):
        """Paths that match any of the glob patterns, sorted, as text relative to the root."""
        found = {path.relative_to(self.root) for pattern in patterns for path in self.root.glob(pattern)
                 if path.is_file()}
        return sorted(str(path) for path in found if not NOT_OURS.intersection(path.parts))

    def sources(self):
        """C++ headers, sources and tests."""
        folders = ("src", "tests", "benchmarks")
        return self.files(*(f"{folder}/**/*.{ending}" for folder in folders for ending in ("h", "cpp")))

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def lines(self, path):
        """(number from 1, text) of each line."""
        return enumerate(self.text(path).splitlines(), start=1)

    def has(self, path):
        return (self.root / path).exists()
