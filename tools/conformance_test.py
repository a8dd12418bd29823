# SPDX-License-Identifier: Apache-2.0
"""Tests of the comparison with reference outputs: it must see every kind of difference, so each is planted here."""

import pathlib
import tempfile
import unittest

import conformance_comparison as comparison


class Comparison(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def table(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return comparison.read_table(path)

    def differences(self, reference, result, relative=comparison.RELATIVE):
        tables = self.table("output.tab", reference), self.table("output.csv", result)
        return list(comparison.differences(*tables, relative))

    def test_names_are_folded(self):
        self.assertEqual(self.differences('Time\t"Stock_A[Entry 1, Column 2]"\t"""$ euro"""\n0\t1\t2\n',
                                          'Time,"stock a[entry 1,column 2]","""$ euro"""\n0,1,2\n'), [])

    def test_an_old_file_may_be_in_latin_1(self):
        (self.folder / "old.tab").write_bytes("Time\tcaf\xe9\n0\t1\n".encode("latin-1"))
        self.assertEqual(list(comparison.read_table(self.folder / "old.tab").columns), ["caf\xe9"])

    def test_a_missing_variable_is_a_difference(self):
        self.assertEqual(self.differences("Time\tb\ta\n0\t1\t2\n", "Time,a\n0,2\n"), ["b: missing"])

    def test_a_missing_time_is_a_difference(self):
        self.assertEqual(self.differences("Time\ta\n0\t1\n1\t1\n", "Time,a\n0,1\n"), ["a: no time 1"])

    def test_the_worst_value_is_named(self):
        self.assertEqual(self.differences("Time\ta\n0\t1\n1\t2\n", "Time,a\n0,1.1\n1,4\n"), ["a: at 1: 4, reference 2"])

    def test_a_value_that_is_no_number_is_a_difference(self):
        self.assertEqual(self.differences("Time\ta\n0\t1\n", "Time,a\n0,nan\n"), ["a: at 0: nan, reference 1"])

    def test_only_beyond_the_tolerance(self):
        self.assertEqual(self.differences("Time\ta\n0\t1\n", "Time,a\n0,1.000009\n"), [])
        self.assertEqual(len(self.differences("Time\ta\n0\t1\n", "Time,a\n0,1.000011\n")), 1)
        self.assertEqual(self.differences("Time\ta\n0\t1\n", "Time,a\n0,1.000011\n", relative=1e-3), [])

    def test_the_floor_is_of_the_variable_s_own_range(self):
        self.assertEqual(self.differences("Time\ta\n0\t0\n1\t10\n", "Time,a\n0,0.000009\n1,10\n"), [])
        self.assertEqual(len(self.differences("Time\ta\n0\t0\n1\t10\n", "Time,a\n0,0.000011\n1,10\n")), 1)
        self.assertEqual(len(self.differences("Time\ta\n0\t0\n", "Time,a\n0,0.000001\n")), 1)

    def test_empty_cells_of_the_reference_are_not_compared(self):
        self.assertEqual(self.differences("Time\ta\tb\n0\t1\t1\n1\t1\t\n", "Time,a,b\n0,1,1\n1,1,5\n"), [])


if __name__ == "__main__":
    unittest.main()
