# SPDX-License-Identifier: Apache-2.0
"""How a file is formed: licence line, length, headers' guard, loose ends, words that names may not use."""

import re

from checks.tree import Fault

LONGEST_FILE = 600  # lines; docs/style.md says to think at 400
LONGEST_LINE = 120  # columns; C++ is laid out by clang-format

# docs/glossary.md lists the abbreviations that are allowed.
ABBREVIATIONS = {
    "arr": "array", "btn": "button", "buf": "buffer", "cfg": "configuration", "cnt": "count", "ctx": "context",
    "curr": "current", "desc": "description", "diag": "diagnostics", "dict": "dictionary", "elem": "element",
    "err": "error", "expr": "expression", "fn": "function", "func": "function", "idx": "index", "impl": "its job",
    "init": "initial", "len": "length", "mgr": "its job", "msg": "message", "num": "number", "param": "parameter",
    "params": "parameters", "pos": "position", "prev": "previous", "prog": "program", "res": "result",
    "ret": "result", "str": "text", "tmp": "what it holds", "util": "its job", "utils": "its job", "val": "value",
    "var": "variable", "vec": "what it holds",
}

NAMES_OF_OTHERS = {"format_set_num_format", "worksheet_write_formula_num", "nc_def_var", "nc_def_var_fill", "init"}


def written_by_hand(tree):
    return tree.sources() + tree.files("go", ".ci/run", "**/CMakeLists.txt", "cmake/*.cmake", "tools/*",
                                       "tools/checks/*.py", "benchmarks/run", "tests/browser/*.mjs",
                                       "benchmarks/*.mjs")


def is_script_or_source(tree, path):
    return path.endswith((".h", ".cpp", ".mjs", ".py", ".cmake", "CMakeLists.txt")) or tree.text(path).startswith("#!")


def licence(tree):
    """The licence stands in one line at the head of each file, below the line that names the interpreter."""
    for path in written_by_hand(tree):
        if is_script_or_source(tree, path):
            head = [line for line in tree.text(path).splitlines()[:2] if not line.startswith("#!")]
            comment = "//" if path.endswith((".h", ".cpp", ".mjs")) else "#"
            if not head or head[0] != f"{comment} SPDX-License-Identifier: Apache-2.0":
                yield Fault(path, 1, f"the first line must be '{comment} SPDX-License-Identifier: Apache-2.0'")


def headers(tree):
    for path in tree.sources():
        if path.endswith(".h") and tree.text(path).splitlines()[1:2] != ["#pragma once"]:
            yield Fault(path, 2, "the second line of a header must be '#pragma once'")


def size(tree):
    for path in written_by_hand(tree):
        length = sum(1 for _ in tree.lines(path))
        if length > LONGEST_FILE:
            yield Fault(path, 0, f"{length} lines; a file of more than {LONGEST_FILE} holds more than one idea")
        if not path.endswith((".h", ".cpp")):
            for number, line in tree.lines(path):
                if len(line) > LONGEST_LINE:
                    yield Fault(path, number, f"{len(line)} columns; the limit is {LONGEST_LINE}")


def todo(tree):
    for path in tree.sources():
        for number, line in tree.lines(path):
            if re.search(r"\b(TODO|FIXME|XXX)\b(?!\(#\d+\))", line):
                yield Fault(path, number, "a loose end needs an issue: TODO(#12), or an end")


def code_only(text):
    """The text without what is in quotes, comments, and names that are the standard library's; as many lines."""
    text = re.sub(r'R"(\w*)\(.*?\)\1"', lambda found: '""' + "\n" * found[0].count("\n"), text, flags=re.DOTALL)
    text = re.sub(r'"(\\.|[^"\\\n])*"', '""', text)
    text = re.sub(r"//.*", "", text)
    text = re.sub(r"\bstd::[\w:]+|#include.*", "", text)
    return re.sub(r"(\.|->)(c_)?str\(", "(", text)


def names(tree):
    """No abbreviation in a name, apart from those of the glossary."""
    for path in tree.sources():
        for number, line in enumerate(code_only(tree.text(path)).splitlines(), start=1):
            for name in sorted(set(re.findall(r"[A-Za-z_]\w*", line)) - NAMES_OF_OTHERS):
                for word in name.split("_"):
                    if word in ABBREVIATIONS:
                        yield Fault(path, number, f"'{name}': write '{ABBREVIATIONS[word]}' for '{word}'")
