# SPDX-License-Identifier: Apache-2.0
"""Tests of the runner of whole-program tests: it must see every kind of fault, so each is planted here."""

import pathlib
import stat
import tempfile
import unittest

import run_folder_tests

# Stands for commonweal: does what its first argument says.
PROGRAM = """#!/bin/sh
case $1 in
  greet) echo "hello from $PWD" ;;
  fail) echo "no such file" >&2; exit 2 ;;
  fail-late) echo part >left-behind; exit 2 ;;
  write) echo made >made ;;
  show) cat "$2" ;;
esac
"""


class FolderTests(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.base = pathlib.Path(self.temporary.name)
        self.program = self.base / "program"
        self.program.write_text(PROGRAM)
        self.program.chmod(self.program.stat().st_mode | stat.S_IXUSR)

    def faults(self, name, **files):
        folder = self.base / name
        folder.mkdir()
        for path, text in {"description": "what holds\n", **files}.items():
            target = folder / path.replace("__", "/")
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(text.encode())
        return run_folder_tests.check(folder, self.program)

    def test_what_is_expected_passes_wherever_it_runs(self):
        self.assertEqual(self.faults("greets", command="greet\n", stdout="hello from ${HERE}\n"), [])

    def test_other_output_is_a_fault(self):
        faults = self.faults("greets", command="greet\n", stdout="good day\n")
        self.assertEqual(faults[-2:], ["-good day", "+hello from ${HERE}"])

    def test_unexpected_output_is_a_fault(self):
        self.assertEqual(self.faults("greets", command="greet\n")[-1], "+hello from ${HERE}")

    def test_other_line_ends_are_a_fault(self):
        for name, end in (("none", ""), ("two", "\r\n")):
            faults = self.faults(name, command="greet\n", stdout="hello from ${HERE}" + end)
            self.assertEqual(faults, ["stdout: only line ends differ"])

    def test_another_exit_code_is_a_fault(self):
        self.assertEqual(self.faults("fine", command="fail\n", stderr="no such file\n")[-2:], ["-0", "+2"])

    def test_a_failure_needs_a_name_that_says_so(self):
        faults = self.faults("fine", command="fail\n", exit="2\n", stderr="no such file\n")
        self.assertEqual(
            faults, ["a folder is called fail_... if and only if its exit code is 2, but this one's is 2"])

    def test_a_name_that_says_failure_needs_one(self):
        faults = self.faults("fail_not", command="greet\n", stdout="hello from ${HERE}\n")
        self.assertEqual(
            faults, ["a folder is called fail_... if and only if its exit code is 2, but this one's is 0"])

    def test_a_failure_must_leave_nothing(self):
        faults = self.faults("fail_late", command="fail-late\n", exit="2\n")
        self.assertEqual(faults, ["a command that fails must leave nothing behind, but left left-behind"])

    def test_lines_after_a_failure_are_not_run(self):
        self.assertEqual(self.faults("fail_first", command="fail\nwrite\n", exit="2\n", stderr="no such file\n",
                                     files="!made\n"), [])

    def test_files_that_must_or_must_not_exist(self):
        self.assertEqual(self.faults("writes", command="write\n", files="made\n"), [])
        self.assertEqual(self.faults("not", command="write\n", files="!made\n"), ["'made' must not exist"])
        self.assertEqual(self.faults("none", command="greet\n", stdout="hello from ${HERE}\n", files="made\n"),
                         ["'made' must exist"])

    def test_whole_text_of_a_file(self):
        self.assertEqual(self.faults("writes", command="write\n", expected__made="made\n"), [])
        self.assertEqual(self.faults("other", command="write\n", expected__made="else\n")[-2:], ["-else", "+made"])

    def test_input_and_setup_come_before_the_command(self):
        self.assertEqual(self.faults("shows", command="show input\nshow ${HERE}/big\n", input="small\n",
                                     setup="printf '%03d\\n' 7 >big\n", stdout="small\n007\n"), [])

    def test_a_setup_that_fails_is_a_fault(self):
        self.assertEqual(self.faults("shows", command="greet\n", setup="exit 3\n"), ["'setup' ended with exit code 3"])

    def test_a_description_is_one_line(self):
        self.assertEqual(self.faults("two", command="write\n", description="one\ntwo\n"),
                         ["'description' must be one line that says what holds"])

    def test_a_command_is_needed(self):
        self.assertEqual(self.faults("none"), ["'command' must have a line of arguments"])


if __name__ == "__main__":
    unittest.main()
