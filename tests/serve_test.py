#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`explore --serve` gives the page that it wrote, to this machine alone, and ends well when it is told to.

    serve_test.py PROGRAM
"""
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
STUDY = ROOT / "domain/studies/england-2010.toml"
SHELL = ROOT / "tests/explore/writes_one_file/shell.html"


class Serve(unittest.TestCase):
    def test_gives_the_page_until_it_is_stopped(self):
        with tempfile.TemporaryDirectory() as folder:
            output = pathlib.Path(folder) / "page"
            served = subprocess.Popen([PROGRAM, "explore", STUDY, "--shell", SHELL, "--output", output, "--serve"],
                                      stderr=subprocess.PIPE, text=True)
            try:
                line = served.stderr.readline() + served.stderr.readline()
                address = re.search(r"http://127\.0\.0\.1:\d+/", line)
                self.assertTrue(address, line)
                with urllib.request.urlopen(address[0], timeout=10) as answer:
                    self.assertEqual(answer.headers["Content-Type"], "text/html; charset=utf-8")
                    self.assertEqual(answer.read(), (output / "explore.html").read_bytes())
                with self.assertRaises(urllib.error.HTTPError):
                    urllib.request.urlopen(address[0] + "manifest.json", timeout=10)
                served.send_signal(signal.SIGINT)
                self.assertEqual(served.wait(timeout=10), 0)
            finally:
                served.kill()
                served.communicate()


if __name__ == "__main__":
    PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
