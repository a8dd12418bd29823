# SPDX-License-Identifier: Apache-2.0
"""The table of what was expected and what came, and the page docs/expectations.md."""

import csv
import math

from drawn_futures import ROOT

EXPECTATIONS = ROOT / "domain/reproductions/expectations.csv"
NEAR = 0.15  # within so much a share came as expected


def error_of(held, count):
    """The standard error of a share; two futures more on either side, so that none of 500 is not taken for never."""
    share = (held + 2) / (count + 4)
    return math.sqrt(share * (1 - share) / (count + 4))


def beside(expected, share):
    """How a share that came stands to the one expected."""
    off = share - expected
    return "as expected" if abs(off) <= NEAR else "**more often**" if off > 0 else "**less often**"


def verdict(row, share):
    if row["kind"] == "finding":
        return beside(float(row["expected_share"]), share)
    return "holds" if share >= float(row["needed_share"]) else "**does not hold**"


def expected_rows(studies, kind=None):
    with open(EXPECTATIONS, newline="") as file:
        return [row for row in csv.DictReader(file) if row["study"] in studies and kind in (None, row["kind"])]


def expectations_table(stored, rows):
    lines = ["| | what | holds if | expected | came | error | |\n|---|---|---|---|---|---|---|\n"]
    for row in rows:
        held, count = stored["held"][row["id"]], stored["draws"]
        share = held / count
        against = "" if row["against"] == "none" else " against " + row["against"]
        lines.append(f"| {row['id']} | {row['what']} | {row['scenario']}{against}: {row['holds_if']} "
                     f"| {float(row['expected_share']):.0%} | {share:.1%} | {error_of(held, count):.1%} "
                     f"| {verdict(row, share)} |\n")
    return "".join(lines)


def expectations_page(stored):
    return f"""\
# What was expected, and what came

Written by `tools/expectations` from {stored["draws"]} futures of Barnet's choices, drawn from the register. The
expectations were committed before any were drawn;
[expectations.csv](../domain/reproductions/expectations.csv) has them with their reasons. What *must hold*
must in 95 of 100 futures. A finding came *as expected* within {NEAR:.0%} of the share expected, otherwise
more or less often; it cannot fail. The error is the sampling error of the share. What was expected of the new
model, and what came, is in [findings](findings.md).

**The first draws showed a fault of the register**, not of the expectations. In 26 of 500 futures Barnet spent
nothing at all on services: grants for schools and benefits were drawn apart from what they pay for ([decision
13](decisions/0013-grants-that-are-passed-on.md)). The shares of that first run stand there.

""" + expectations_table(stored, expected_rows(("barnet-choices",)))
