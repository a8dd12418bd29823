# SPDX-License-Identifier: Apache-2.0
"""Compares what a simulation wrote with a reference: `Difference`s of tables whose first column is Time."""

import csv
import dataclasses
import math
import re

RELATIVE = 1e-5
FLOOR = 1e-6  # of a variable's own range, below which no difference counts


@dataclasses.dataclass
class Table:
    """Values by folded name and then by time; a cell that is empty has no value."""

    columns: dict  # folded name -> {time: value}
    names: dict  # folded name -> as written
    times: list


def folded(name):
    """The form under which two spellings of a variable are the same: case, quotes, blanks and underscores folded."""
    name = re.sub(r"[\"\\]", "", name.lower())
    name = re.sub(r"[\s_]+", "_", name)
    return re.sub(r"_?([\[\],])_?", r"\1", name).strip("_")


def number(text):
    text = text.strip()
    return float(text) if text else None


def decoded(octets):
    """The text of a file; an old one may be in Latin-1."""
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        return octets.decode("latin-1")


def read_table(path):
    """Reads comma- or tab-separated text."""
    lines = decoded(path.read_bytes()).splitlines()
    rows = [row for row in csv.reader(lines, delimiter="\t" if path.suffix == ".tab" else ",") if any(row)]
    header = [folded(name) for name in rows[0]]
    names = dict(zip(header, rows[0]))
    times = [float(row[0]) for row in rows[1:]]
    columns = {name: {} for name in header[1:] if name}
    for time, row in zip(times, rows[1:]):
        for name, text in zip(header[1:], row[1:]):
            if name and number(text) is not None:
                columns[name][time] = number(text)
    return Table(columns, names, times)


def nearest_time(times, time):
    """References print times with few digits: 0.333333 is 1/3."""
    return min(times, key=lambda other: abs(other - time), default=math.nan)


def worst_difference(expected, seen, times, relative):
    """The cell of one variable that differs most beyond what is allowed, as text; nothing if all are alike."""
    finite = [value for value in expected.values() if math.isfinite(value)]
    floor = FLOOR * (max(finite) - min(finite)) if finite else 0
    worst, text = 1.0, None
    for time, value in expected.items():
        here = nearest_time(times, time)
        if not abs(here - time) <= 1e-5 * max(1, abs(time)):
            return f"no time {time:g}"
        other = seen.get(here, math.nan)
        allowed = max(relative * abs(value), floor)
        off = abs(other - value) if math.isfinite(other) else math.inf
        if other == value or off <= allowed:
            continue
        excess = off / allowed if allowed else math.inf
        if excess > worst:
            worst, text = excess, f"at {time:g}: {other:g}, reference {value:g}"
    return text


def differences(reference, result, relative=RELATIVE):
    """Every variable of `reference` that `result` lacks or gives otherwise, a line each."""
    for name, expected in reference.columns.items():
        if name not in result.columns:
            yield f"{reference.names[name]}: missing"
            continue
        text = worst_difference(expected, result.columns[name], result.times, relative)
        if text:
            yield f"{reference.names[name]}: {text}"
