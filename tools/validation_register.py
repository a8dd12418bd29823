# SPDX-License-Identifier: Apache-2.0
"""The part of docs/validation.md on what the model's constants rest on, counted in the register."""

import csv

from validation_tables import ROOT, table

OF_THE_MODEL = ("definition", "switch", "scenario")  # set, not known: no study could find them


def count(rows, grade, status):
    return str(sum((row["grade"], row["status"]) == (grade, status) for row in rows))


def part():
    with open(ROOT / "domain/evidence/register.csv", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    set_by_us = [row for row in rows if row["grade"] in OF_THE_MODEL]
    known = [row for row in rows if row["grade"] not in OF_THE_MODEL]
    sourced = [row for row in known if row["status"] == "sourced"]
    judged = [row for row in known if row["grade"] == "judgement"]
    statuses = ("sourced", "assumption")
    grades = sorted({row["grade"] for row in known},
                    key=lambda grade: (-sum(row["grade"] == grade for row in known), grade))
    return ("## What the constants rest on\n\n"
            f"The [register](../domain/evidence/register.csv) has {len(rows)} rows. {len(set_by_us)} are definitions, "
            f"switches and scenarios, which are set and not known. Of the other {len(known)}, {len(sourced)} are "
            f"sourced and {len(known) - len(sourced)} are assumptions; {len(judged)} are judgement with nothing behind "
            "it that was measured. By grade ([what the grades "
            "mean](files.md#evidence-register-domainevidenceregistercsv)):\n\n" +
            table(["grade", *statuses], [[grade, *(count(known, grade, status) for status in statuses)]
                                         for grade in grades]) + "\n")
