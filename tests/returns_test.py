#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A return is read alike from every kind of file that the government publishes in: returns_test.py PROGRAM"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests/import/a_table/return_2015-16.csv"
TIME_LIMIT_SECONDS = 180


class ReturnsTest(unittest.TestCase):
    program = None  # set by main

    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory(prefix="commonweal-test-")
        cls.addClassCleanup(temporary.cleanup)
        cls.here = pathlib.Path(temporary.name)
        source = cls.here / TABLE.name
        source.write_bytes(TABLE.read_bytes())
        for kind in ("xlsx", "ods", "xls"):
            subprocess.run(["soffice", f"-env:UserInstallation=file://{cls.here}/office", "--headless", "--convert-to", kind,
                            "--outdir", cls.here, source], check=True, capture_output=True, timeout=TIME_LIMIT_SECONDS)

    def read(self, file, output):
        return subprocess.run([self.program, "import", "revenue-outturn", file, "--place", "E0002", "--output", output],
                              cwd=self.here, capture_output=True, text=True, check=False, timeout=TIME_LIMIT_SECONDS)

    def test_every_kind_of_workbook_gives_the_same_account_as_the_table(self):
        self.assertEqual(self.read(TABLE.name, "of-csv").returncode, 0)
        expected = (self.here / "of-csv/series.csv").read_text(encoding="utf-8")
        for kind in ("xlsx", "ods", "xls"):
            finished = self.read(f"{TABLE.stem}.{kind}", f"of-{kind}")
            self.assertEqual(finished.returncode, 0, finished.stderr)
            self.assertEqual((self.here / f"of-{kind}/series.csv").read_text(encoding="utf-8"), expected, kind)

    def test_a_workbook_cut_short_is_refused_and_leaves_nothing(self):
        for kind in ("xlsx", "ods", "xls"):
            whole = (self.here / f"{TABLE.stem}.{kind}").read_bytes()
            for share in (0.05, 0.3, 0.6, 0.9):
                cut = self.here / f"cut_2015-16.{kind}"
                cut.write_bytes(whole[:int(len(whole) * share)])
                finished = self.read(cut.name, "of-cut")
                self.assertEqual(finished.returncode, 2, f"{kind} {share}: {finished.stderr}")
                self.assertRegex(finished.stderr, r"\[(unreadable-workbook|no-outturn|unknown-authority|does-not-reconcile)\]")
                self.assertFalse((self.here / "of-cut").exists())

    def test_a_fault_in_a_workbook_is_placed_by_sheet_and_cell(self):
        finished = subprocess.run([self.program, "import", "revenue-outturn", f"{TABLE.stem}.ods", "--place", "E0002",
                                   "--year", "2014-15"], cwd=self.here, capture_output=True, text=True, check=False)
        self.assertEqual(finished.returncode, 2)
        self.assertIn("return_2015-16.ods, sheet 'return_2015-16': error: this is the return of 2015-16, not of 2014-15",
                      finished.stderr)


if __name__ == "__main__":
    ReturnsTest.program = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
