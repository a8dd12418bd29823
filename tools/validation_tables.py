# SPDX-License-Identifier: Apache-2.0
"""Figures and tables as docs/validation.md has them, and where they come from."""

import csv
import hashlib
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "build/release/commonweal"


def per_cent(value, digits=1):
    return "" if value is None else f"{100 * value:.{digits}f}"


def table(header, rows):
    return "\n".join(["| " + " | ".join(cells) + " |" for cells in
                      [header, ["---"] * len(header), *rows]]) + "\n"


def figure(value):
    return "none" if value is None else f"{value:.4g}"


def numbers_of(study, folder):
    """Every figure of a study's runs with each number at its centre: (scenario, year, variable, element) -> value."""
    subprocess.run([PROGRAM, "understand", ROOT / f"domain/studies/{study}.toml", "--output", f"{folder}/{study}"],
                   capture_output=True, check=True)
    with open(f"{folder}/{study}/results.csv", encoding="utf-8", newline="") as lines:
        return {(row["scenario"], row["year"], row["variable"], row["element"]): float(row["value"])
                for row in csv.DictReader(lines) if row["statistic"] == "value" and row["value"]}


def made_by(results):
    """What stored results were made of, and whether the model has changed since."""
    model = hashlib.sha256((ROOT / "domain/models/public-services.mdl").read_bytes()).hexdigest()
    files = sorted({f"`{file['file']}`" for result in results for file in result["data"]})
    commands = ", ".join(f"`{result['command']}`" for result in results)
    text = f"Made by {commands} from {', '.join(files)}, whose hashes are stored with the figures."
    if any(result["model_sha256"] != model for result in results):
        text += " **The text of the model has changed since: to be made anew.**"
    return text + "\n"
