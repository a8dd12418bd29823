# SPDX-License-Identifier: Apache-2.0
"""Every fault that a user can be told of is shown by a test."""

import re

from checks.tree import Fault

GIVEN = re.compile(r'\b(?:error|warning)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)*)"')


def tested(tree):
    shown_in = tree.files("src/**/*_test.cpp", "tests/**/*_test.cpp", "tests/**/stderr")
    tests = "\n".join(tree.text(path) for path in shown_in)
    for path in tree.files("src/**/*.h", "src/**/*.cpp"):
        if path.endswith("_test.cpp"):
            continue
        text = tree.text(path)
        for found in GIVEN.finditer(text):
            name = found[1]
            if f"[{name}]" not in tests and f'"{name}"' not in tests:
                line = text.count("\n", 0, found.start()) + 1
                yield Fault(path, line, f"no test shows the diagnostic '{name}'")
