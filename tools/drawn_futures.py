# SPDX-License-Identifier: Apache-2.0
"""Draws futures of a study's scenarios from the register, and reads their figures by name."""

import csv
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "build/release/commonweal"
YEARS = [f"{year}-{(year + 1) % 100:02d}" for year in range(2012, 2033)]
SEED = 2012

UNCERTAINTY = '''
[uncertainty]
draws = {draws}
seed = {seed}
dimensions = "../evidence/dimensions.csv"
inputs = "register"
bands = [{bands}]
scalars = true
scalar_years = [{years}]
'''


class Draw:
    """One future of all scenarios: every scenario meets the same one."""

    def __init__(self, row):
        self.row = row

    def figure(self, scenario, variable, year):
        return float(self.row[f"{scenario}: {variable} {year}"])

    def difference(self, scenario, other, variable, year):
        return self.figure(scenario, variable, year) - self.figure(other, variable, year)

    def summed(self, scenario, variable):
        """The figures of all years together."""
        return sum(self.figure(scenario, variable, year) for year in YEARS)

    def drawn(self, constant):
        """What a constant that is the same in all scenarios was drawn as."""
        return float(self.row[constant])


def study_text(name):
    """A study of domain/studies without the uncertainty it brings itself."""
    return (ROOT / f"domain/studies/{name}.toml").read_text().split("\n# Every scenario in the same futures")[0]


def draw(text, draws, bands, years=tuple(YEARS)):
    """Each future of a study's text in turn, with the figures of `bands` in `years` beside those a report needs."""
    def quoted(names):
        return ", ".join(f'"{name}"' for name in names)
    text += UNCERTAINTY.format(draws=draws, seed=SEED, bands=quoted(bands), years=quoted(years))
    with tempfile.TemporaryDirectory(prefix="commonweal-expectations-") as here:
        study = pathlib.Path(here) / "study.toml"
        study.write_text(text.replace('"../', f'"{ROOT}/domain/'))
        subprocess.run([PROGRAM, "understand", study, "--output", f"{here}/out"], check=True,
                       stdout=subprocess.DEVNULL)
        with open(f"{here}/out/draws.csv", newline="") as file:
            for row in csv.DictReader(file):
                yield Draw(row)
