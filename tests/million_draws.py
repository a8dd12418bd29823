#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A million draws of Littleton, interrupted and gone on with: million_draws.py PROGRAM. Takes some minutes, so `./go
nightly` runs it, not the tests."""

import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

LITTLETON = pathlib.Path(__file__).resolve().parent / "littleton"
DRAWS = "1000000"
MEMORY_KIB = 100_000  # those of 10,000 draws take 35,000


class MillionDrawsTest(unittest.TestCase):
    program = None  # set by main

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="commonweal-test-")
        self.addCleanup(temporary.cleanup)
        self.here = pathlib.Path(temporary.name)
        shutil.copytree(LITTLETON, self.here, dirs_exist_ok=True)

    def test_they_end_in_bounded_memory_with_nothing_lost(self):
        command = [self.program, "understand", "study.toml", "--draws", DRAWS, "--output", "out"]
        first = subprocess.Popen([*command, "--progress"], cwd=self.here, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE, text=True)
        for _ in range(10):  # some seconds
            self.assertIn("draws", first.stderr.readline())
        first.send_signal(signal.SIGINT)
        first.communicate()
        self.assertEqual(first.returncode, 3)
        second = subprocess.run([*command, "--resume"], cwd=self.here, capture_output=True, text=True, check=False)
        self.assertEqual((second.returncode, second.stderr), (0, "the report is out/report.html\n"))
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, MEMORY_KIB)


if __name__ == "__main__":
    MillionDrawsTest.program = pathlib.Path(os.path.abspath(sys.argv.pop(1)))
    unittest.main()
