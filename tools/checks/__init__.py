# SPDX-License-Identifier: Apache-2.0
"""The rules of tools/check. A rule takes a Tree and gives Faults; `RULES` lists them in the order they run."""

from checks import arrows, clang, diagnostics, documents, form

RULES = {
    "licence": form.licence,
    "headers": form.headers,
    "size": form.size,
    "todo": form.todo,
    "names": form.names,
    "arrows": arrows.includes,
    "libraries": arrows.libraries,
    "diagnostics": diagnostics.tested,
    "links": documents.links,
    "format": clang.format_of_sources,
    "generated": documents.generated,
    "commands": documents.commands,
    "lint": clang.lint,
}
