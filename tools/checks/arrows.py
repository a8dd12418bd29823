# SPDX-License-Identifier: Apache-2.0
"""Which folder of src/ may use which: tools/arrows.txt against every #include and every library in CMake."""

import re
from dataclasses import dataclass, field

from checks.tree import Fault, is_test

ARROWS = "tools/arrows.txt"
LIBRARIES = "src/CMakeLists.txt"


@dataclass
class Arrows:
    allowed: dict = field(default_factory=dict)  # folder -> folders it may use
    for_all: set = field(default_factory=set)  # folders that any may use
    reasons: dict = field(default_factory=dict)  # (folder or *, folder) -> why never

    def may_use(self, user, used):
        return user == used or used in self.for_all or used in self.allowed.get(user, ())

    def reachable(self, user):
        """All that a folder uses, itself or through what it uses."""
        found, rest = set(self.for_all), [user]
        while rest:
            folder = rest.pop()
            if folder not in found or folder == user:
                found.add(folder)
                rest.extend(self.allowed.get(folder, set()) - found)
        return found

    def complaint(self, user, used):
        reason = self.reasons.get((user, used)) or self.reasons.get(("*", used))
        if reason:
            return f"{user} must never use {used}: {reason}"
        return f"{user} must not use {used}: no such arrow in {ARROWS}"


def read(tree):
    arrows = Arrows()
    for _, line in tree.lines(ARROWS):
        if line.startswith("#") or not line.strip():
            continue
        if "-x" in line:
            user, rest = line.split("-x")
            used, reason = rest.split(":", 1)
            arrows.reasons[user.strip(), used.strip()] = reason.strip()
        else:
            user, used = line.split("->")
            if user.strip() == "*":
                arrows.for_all |= set(used.split())
            else:
                arrows.allowed.setdefault(user.strip(), set()).update(used.split())  # one may have several lines
    return arrows


def includes(tree):
    """Every #include of another folder follows an arrow; a test's or a fuzzer's may follow several."""
    arrows = read(tree)
    folders = {path.split("/")[1] for path in tree.files("src/*/**/*")}
    for folder in sorted(folders - arrows.allowed.keys()):
        yield Fault(f"src/{folder}", 0, f"folder '{folder}' has no line in {ARROWS}")
    for path in tree.files("src/*/**/*.h", "src/*/**/*.cpp"):
        user = path.split("/")[1]
        in_reach = arrows.reachable(user) if is_test(path) else set()
        for number, line in tree.lines(path):
            found = re.match(r'\s*#\s*include\s+"([^"/]+)/', line)
            if found and found[1] in folders and found[1] not in in_reach and not arrows.may_use(user, found[1]):
                yield Fault(path, number, arrows.complaint(user, found[1]))


def libraries(tree):
    """No library is linked that its user may not include."""
    arrows, text = read(tree), tree.text(LIBRARIES)
    for found in re.finditer(r"^commonweal_library\((\w+)\s+USES\s+([^)]*)\)", text, re.MULTILINE):
        line = text.count("\n", 0, found.start()) + 1
        for used in found[2].split():
            if used in arrows.allowed and not arrows.may_use(found[1], used):
                yield Fault(LIBRARIES, line, arrows.complaint(found[1], used))
