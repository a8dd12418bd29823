# SPDX-License-Identifier: Apache-2.0
"""Every fault that a user can be told of is shown by a test."""

import re

from checks.tree import Fault, is_test

GIVEN = re.compile(r'\b(?:error|warning)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)*)"')

# Names may also reach error() through a table or a helper. Only diagnostics are named like this, but for classes of
# style in what we draw, commands, and parts of other programs' files.
NAMED = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')
OTHER_NAMES = ("src/report/", "src/explore/view", "src/book/map.cpp", "src/doors/cli/options.cpp",
               "src/returns/workbook_file.cpp")


def names_in(tree, path):
    """(line, name) of each diagnostic that a file can give."""
    text, found = tree.text(path), {}
    for pattern in (GIVEN,) if path.startswith(OTHER_NAMES) else (GIVEN, NAMED):
        for match in pattern.finditer(text):
            found.setdefault(match[1], text.count("\n", 0, match.start()) + 1)
    return sorted((line, name) for name, line in found.items())


def tested(tree):
    shown_in = tree.files("src/**/*_test.cpp", "tests/**/*_test.cpp", "tests/**/stderr")
    tests = "\n".join(tree.text(path) for path in shown_in)
    for path in tree.files("src/**/*.cpp"):
        if is_test(path):
            continue
        for line, name in names_in(tree, path):
            if f"[{name}]" not in tests and f'"{name}"' not in tests:
                yield Fault(path, line, f"no test shows the diagnostic '{name}'")
