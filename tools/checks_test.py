# SPDX-License-Identifier: Apache-2.0
"""Tests of tools/check: each rule passes a small clean project and finds the violation planted in it."""

import json
import pathlib
import shutil
import tempfile
import unittest

from checks import RULES, clang
from checks.tree import Tree

LICENCE = "// SPDX-License-Identifier: Apache-2.0\n"
HEADER = LICENCE + "#pragma once\n"
TOOLS = pathlib.Path(__file__).resolve().parent

CLEAN = {
    "go": "#!/bin/bash\n# SPDX-License-Identifier: Apache-2.0\ncat <<'END'\n  ./go demo   shows it\nEND\n",
    "README.md": "# It\n\nSee [the road](docs/road.md#the-road).\n\n```sh\n./go demo\ncommonweal show\n```\n",
    "docs/road.md": "# The road\n",
    "src/CMakeLists.txt": "# SPDX-License-Identifier: Apache-2.0\n"
                          "commonweal_library(model USES base)\ncommonweal_library(engine USES base\n  program)\n",
    "src/base/text.h": HEADER,
    "src/model/model.h": HEADER + '\n#include "base/text.h"\n#include "model/other.h"\n',
    "src/model/other.h": HEADER,
    "src/model/model.cpp": LICENCE + '#include "model/model.h"\n\n'
                           'void f() {\n  d.error("odd-model", "it is odd");\n}\n',
    "src/program/program.h": HEADER + '\n#include "model/model.h"\n',
    "src/engine/engine.h": HEADER + '\n#include "program/program.h"\n',
    "src/engine/engine_test.cpp": LICENCE + '#include "model/model.h"\n',
    "tests/model/fail_odd/stderr": "model.mdl:1:1: error: it is odd [odd-model]\n",
    "tools/arrows.txt": "# arrows\n* -> base\nbase ->\nmodel ->\nprogram -> model\nengine -> program\nevidence ->\n"
                        "doors -> model program engine\nengine -x model: it sees numbers only\n"
                        "* -x doors: only doors print\n",
    "tools/generated.txt": "# PATH : COMMAND\ndocs/road.md : echo '# The road'\n",
    "build/release/commonweal": "#!/bin/sh\n[ \"$1\" = show ] && echo shown >shown\n",
}

# (rule, changed files, what the rule must say). A rule may have several.
PLANTED = [
    ("licence", {"src/base/text.h": "#pragma once\n"},
     "src/base/text.h:1: the first line must be '// SPDX-License-Identifier: Apache-2.0'"),
    ("licence", {"tests/browser/page_test.mjs": "import 'node:test';\n"},
     "tests/browser/page_test.mjs:1: the first line must be '// SPDX-License-Identifier: Apache-2.0'"),
    ("licence", {"go": "#!/bin/bash\necho\n"}, "go:1: the first line must be '# SPDX-License-Identifier: Apache-2.0'"),
    ("headers", {"src/base/text.h": LICENCE + "\n#pragma once\n"},
     "src/base/text.h:2: the second line of a header must be '#pragma once'"),
    ("size", {"src/base/text.h": HEADER + "\n" * 599},
     "src/base/text.h: 601 lines; a file of more than 600 holds more than one idea"),
    ("size", {"go": "#" * 121}, "go:1: 121 columns; the limit is 120"),
    ("todo", {"src/base/text.h": HEADER + "// TODO(#12): fine\n// TODO: finish\n"},
     "src/base/text.h:4: a loose end needs an issue: TODO(#12), or an end"),
    ("names", {"src/base/text.h": HEADER + 'int count(std::size_t size);  // idx\nint lane_idx = f("idx");\n'},
     "src/base/text.h:4: 'lane_idx': write 'index' for 'idx'"),
    ("names", {"src/base/text.h": HEADER + 'auto a = R"x(\nint idx;\n)x";\nint msg;\n'},
     "src/base/text.h:6: 'msg': write 'message' for 'msg'"),
    ("arrows", {"src/model/model.h": HEADER + '#include "program/program.h"\n'},
     "src/model/model.h:3: model must not use program: no such arrow in tools/arrows.txt"),
    ("arrows", {"src/engine/engine.h": HEADER + '#include "model/model.h"\n'},
     "src/engine/engine.h:3: engine must never use model: it sees numbers only"),
    ("arrows", {"src/engine/engine_test.cpp": LICENCE + '#include "evidence/register.h"\n',
                "src/evidence/register.h": HEADER},
     "src/engine/engine_test.cpp:2: engine must not use evidence: no such arrow in tools/arrows.txt"),
    ("arrows", {"src/base/text.h": HEADER + '#include "doors/cli/main.h"\n', "src/doors/cli/main.h": HEADER},
     "src/base/text.h:3: base must never use doors: only doors print"),
    ("arrows", {"src/odd/text.h": HEADER}, "src/odd: folder 'odd' has no line in tools/arrows.txt"),
    ("libraries", {"src/CMakeLists.txt": "\ncommonweal_library(engine USES base program\n  model)\n"},
     "src/CMakeLists.txt:2: engine must never use model: it sees numbers only"),
    ("diagnostics", {"tests/model/fail_odd/stderr": ""},
     "src/model/model.cpp:5: no test shows the diagnostic 'odd-model'"),
    ("diagnostics", {"src/model/other.cpp": LICENCE + 'auto name = "by-table";\n'},
     "src/model/other.cpp:2: no test shows the diagnostic 'by-table'"),
    ("links", {"README.md": "[a](docs/lost.md)\n"}, "README.md:1: the link 'docs/lost.md' leads nowhere"),
    ("links", {"README.md": "[a](docs/road.md#the-end)\n"}, "README.md:1: 'docs/road.md' has no heading 'the-end'"),
    ("generated", {"docs/road.md": "# Another\n"},
     "docs/road.md: not fresh; write it anew: echo '# The road' >docs/road.md"),
    ("generated", {"tools/generated.txt": "docs/road.md : false\n"},
     "tools/generated.txt:1: 'false' ended with exit code 1"),
    ("commands", {"README.md": "```sh\n./go wild\n```\n"},
     "README.md:2: './go wild': there is no such command of ./go"),
    ("commands", {"README.md": "1. So:\n\n   ```sh\n   commonweal \\\n     hide\n   ```\n"},
     "README.md:4: 'commonweal hide' ended with exit code 1:\n"),
    ("format", {"src/base/text.h": HEADER + "\nint  f( );\n"},
     "src/base/text.h:4: not laid out as .clang-format says, from here on; ./go format does it"),
    ("lint", {"src/base/text.h": HEADER + "\nstruct Base {\n  virtual void f();\n};\n"
                                          "struct Derived : Base {\n  virtual void f();\n};\n",
              "src/model/model.cpp": LICENCE + '#include "base/text.h"\n'},
     "src/base/text.h:8: prefer using 'override' or (rarely) 'final' instead of 'virtual' "
     "[modernize-use-override,-warnings-as-errors]"),
    ("lint", {"build/release/compile_commands.json": None},
     "build/release/compile_commands.json: missing; ./go check makes it"),
]


class SmallProject(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.root = pathlib.Path(temporary.name)
        command = {"directory": str(self.root), "file": str(self.root / "src/model/model.cpp"),
                   "command": f"c++ -std=c++20 -I{self.root}/src -c {self.root}/src/model/model.cpp"}
        self.write({**CLEAN, "build/release/compile_commands.json": json.dumps([command])})
        (self.root / "build/release/commonweal").chmod(0o755)
        for name in (".clang-format", ".clang-tidy"):
            shutil.copy(TOOLS.parent / name, self.root)

    def write(self, files):
        for path, text in files.items():
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                target.unlink()
            else:
                target.write_text(text)

    def faults(self, rule):
        tool = {"format": clang.FORMAT, "lint": clang.TIDY}.get(rule)
        if tool and not shutil.which(tool):
            self.skipTest(f"{tool} is not installed; ./go check installs it")
        return [str(fault) for fault in RULES[rule](Tree(self.root))]


class Planted(SmallProject):
    """Filled below, from RULES and PLANTED."""


def passes_what_is_clean(rule):
    def test(self):
        if rule == "lint":
            self.write({"src/model/model.cpp": LICENCE + '#include "model/model.h"\n'})
        self.assertEqual(self.faults(rule), [])
    return test


def finds_what_is_planted(rule, files, message):
    def test(self):
        self.write(files)
        self.assertEqual(self.faults(rule), [message])
    return test


for name in RULES:
    setattr(Planted, f"test_{name}_passes_what_is_clean", passes_what_is_clean(name))
for order, (name, planted, message) in enumerate(PLANTED):
    setattr(Planted, f"test_{name}_finds_planted_{order:02}", finds_what_is_planted(name, planted, message))


class Completeness(unittest.TestCase):
    def test_every_rule_has_a_planted_violation(self):
        self.assertEqual({rule for rule, _, _ in PLANTED}, set(RULES))


class Lint(SmallProject):
    def test_lint_looks_again_when_an_included_header_changes(self):
        self.write({"src/model/model.cpp": LICENCE + '#include "model/model.h"\n'})
        self.assertEqual(self.faults("lint"), [])
        self.write({"src/base/text.h": HEADER + "\nint* nothing() { return 0; }\n"})
        self.assertEqual(self.faults("lint"),
                         ["src/base/text.h:4: use nullptr [modernize-use-nullptr,-warnings-as-errors]"])


if __name__ == "__main__":
    unittest.main()
