#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the program promises of many futures, shown on Littleton: draws_test.py PROGRAM"""

import csv
import filecmp
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

LITTLETON = pathlib.Path(__file__).resolve().parent / "littleton"
TIME_LIMIT_SECONDS = 120
INTERRUPTED = 3


def small_files_only(bytes_at_most):
    """What Python ignores, the signal of too large a file, what it starts must go on to ignore, to see the fault."""
    return {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_at_most, bytes_at_most)),
            "restore_signals": False}


class DrawsTest(unittest.TestCase):
    program = None  # set by main

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="commonweal-test-")
        self.addCleanup(temporary.cleanup)
        self.here = pathlib.Path(temporary.name)
        shutil.copytree(LITTLETON, self.here, dirs_exist_ok=True)

    def command(self, *arguments):
        return [self.program, "understand", "study.toml", *map(str, arguments)]

    def run_it(self, *arguments, **more):
        return subprocess.run(self.command(*arguments), cwd=self.here, capture_output=True, text=True, check=False,
                              timeout=TIME_LIMIT_SECONDS, **more)

    def draw(self, name, *arguments, **more):
        """A run that succeeds, its results under this name; gives what it said. All write to "out", for that stands in
        the results."""
        finished = self.run_it("--output", "out", *arguments, **more)
        self.assertEqual(finished.returncode, 0, finished.stderr)
        (self.here / "out").rename(self.here / name)
        return finished.stderr

    def begin(self, *arguments):
        running = subprocess.Popen(self.command(*arguments), cwd=self.here, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True)
        self.addCleanup(running.stderr.close)
        return running

    def assert_same(self, one, other):
        """Two results folders hold the same bytes."""
        names = sorted(path.name for path in (self.here / one).iterdir())
        self.assertEqual(names, sorted(path.name for path in (self.here / other).iterdir()))
        self.assertGreater(len(names), 3)
        self.assertEqual(filecmp.cmpfiles(self.here / one, self.here / other, names, shallow=False)[1:], ([], []))

    def assert_nothing_left(self):
        self.assertEqual([path.name for path in self.here.iterdir() if path.name.startswith(".")], [])

    def rows(self, output):
        with open(self.here / output / "draws.csv", encoding="utf-8", newline="") as table:
            return list(csv.DictReader(table))

    def add_to_study(self, text):
        with open(self.here / "study.toml", "a", encoding="utf-8") as study:
            study.write(text)

    def test_what_the_result_hangs_on_does_not_hang_on_threads(self):
        self.add_to_study("\n[uncertainty.sensitivity]\ntrajectories = 20\nrows = 256\n")
        for threads in (1, 2, 8):
            self.draw(f"with {threads}", "--draws", 16, "--seed", 0, "--threads", threads)
        self.assert_same("with 1", "with 2")
        self.assert_same("with 1", "with 8")
        report = (self.here / "with 1" / "report.html").read_text(encoding="utf-8")
        # The two inputs are correlated, and so one.
        for words in ("Most of the uncertainty comes from grant growth with price growth",
                      "Over its whole range, grant growth with price growth moves the result most",
                      "Of one per cent more, that on price growth does most"):
            self.assertIn(words, report)

    def test_any_number_of_threads_gives_the_same_bytes(self):
        for threads in (1, 2, 8):
            self.draw(f"by-{threads}", "--threads", threads, "--scalars", "--netcdf", "all.nc", "--seed", 0)
            shutil.copy(self.here / "all.nc", self.here / f"by-{threads}")
        self.assert_same("by-1", "by-2")
        self.assert_same("by-1", "by-8")
        self.draw("other", "--seed", 1, "--scalars")
        self.assertNotEqual(self.rows("by-1"), self.rows("other"))
        self.assert_nothing_left()

    def test_killed_at_any_moment_it_goes_on_to_the_same_bytes(self):
        chance = random.Random(2012)
        arguments = ("--scalars", "--draws", 1600)
        begun = time.monotonic()
        self.draw("whole", *arguments)
        seconds = time.monotonic() - begun
        kills = went_on = 0
        while kills < 50:
            running = self.begin("--output", "out", *arguments, "--resume", "--threads", 1 + kills % 2)
            time.sleep(chance.uniform(0, seconds))
            running.kill()
            said = running.communicate()[1]
            went_on += running.returncode == 0 and "[nothing-to-resume]" not in said
            kills += running.returncode != 0
            seconds *= 1.03 if running.returncode != 0 else 1  # however busy the machine becomes, some run ends
            if (self.here / "out").exists():  # killed or not, what stands there is whole
                self.assert_same("whole", "out")
                shutil.rmtree(self.here / "out")
        self.draw("killed", *arguments, "--resume")
        self.assert_same("whole", "killed")
        self.assertGreater(went_on, 0)

    def test_interrupted_it_says_so_and_goes_on_to_the_same_bytes(self):
        arguments = ("--scalars", "--netcdf", "all.nc", "--draws", 6000)
        self.draw("whole", *arguments)
        shutil.copy(self.here / "all.nc", self.here / "whole")
        saved_before = None
        for wish in (signal.SIGINT, signal.SIGTERM):
            running = self.begin("--output", "out", *arguments, *(["--resume"] if saved_before else []))
            self.wait_for(".out.unfinished/state", saved_before)
            running.send_signal(wish)
            said = running.communicate()[1]
            saved_before = (self.here / ".out.unfinished/state").stat().st_mtime_ns
            self.assertEqual(running.returncode, INTERRUPTED, said)
            self.assertEqual(said, "interrupted; the same command with --resume goes on from here\n")
        self.assertFalse((self.here / "out").exists())
        self.draw("stopped", *arguments, "--resume")
        shutil.copy(self.here / "all.nc", self.here / "stopped")
        self.assert_same("whole", "stopped")
        self.assert_nothing_left()

    def wait_for(self, name, before=None):
        """Until a file is there, and is newer than before."""
        path, deadline = self.here / name, time.monotonic() + TIME_LIMIT_SECONDS
        while not path.exists() or path.stat().st_mtime_ns == before:
            self.assertLess(time.monotonic(), deadline, f"{name} never came")
            time.sleep(0.01)

    def stop(self, *arguments):
        """A run that is interrupted as soon as it has saved something."""
        running = self.begin("--output", "out", "--draws", 100_000, *arguments)
        self.wait_for(".out.unfinished/state")
        running.send_signal(signal.SIGINT)
        running.communicate()
        self.assertEqual(running.returncode, INTERRUPTED)

    def test_only_the_same_question_is_gone_on_with(self):
        self.stop()
        changed = self.run_it("--output", "out", "--draws", 50_000, "--seed", 7, "--resume")
        self.assertEqual(changed.returncode, 2)
        self.assertIn("is of another question: its number of draws, seed differ [stale-run]", changed.stderr)
        said = self.draw("stopped", "--draws", 400)
        self.assertRegex(said, r"an unfinished run of [0-9,]+ draws is given up \[unfinished-run\]")
        self.draw("fresh", "--draws", 400)
        self.assert_same("fresh", "stopped")
        self.assert_nothing_left()

    def test_a_full_disk_stops_it_clearly_and_loses_nothing(self):
        arguments = ("--scalars", "--draws", 6000)
        self.draw("whole", *arguments)
        size = (self.here / "whole/draws.csv").stat().st_size
        full = self.run_it("--output", "out", *arguments, **small_files_only(size // 2))
        self.assertEqual(full.returncode, 2)
        self.assertIn("draws.csv' cannot be written: file too large [unwritable-file]", full.stderr)
        self.assertFalse((self.here / "out").exists())
        self.draw("full", *arguments, "--resume")
        self.assert_same("whole", "full")
        self.assert_nothing_left()

    def test_a_disk_too_full_for_progress_only_is_a_warning(self):
        self.stop()
        state = (self.here / ".out.unfinished/state").stat().st_size
        results = max(path.stat().st_size for path in self.results_of("--draws", 3000))
        self.assertLess(results, 3 * state)
        said = self.draw("full", "--draws", 3000, **small_files_only(results))
        self.assertIn("progress could not be saved: file too large [unsaved-progress]", said)
        self.draw("whole", "--draws", 3000)
        self.assert_same("whole", "full")

    def results_of(self, *arguments):
        self.draw("measured", *arguments)
        return (self.here / "measured").iterdir()

    def test_what_cannot_be_written_is_told_before_the_draws(self):
        (self.here / "letters").mkdir()
        (self.here / "letters/to-a-friend.txt").write_text("Dear friend")
        begun = time.monotonic()
        said = self.run_it("--draws", 10_000_000, "--output", "letters")
        self.assertLess(time.monotonic() - begun, TIME_LIMIT_SECONDS / 4)
        self.assertEqual(said.returncode, 2)
        self.assertIn("the folder 'letters' holds other files than results [occupied-folder]", said.stderr)
        self.assert_nothing_left()

    def test_a_file_that_cannot_be_written_is_a_fault(self):
        said = self.run_it("--netcdf", "missing/all.nc")
        self.assertEqual((said.returncode, said.stderr.splitlines()[0]),
                         (2, "missing/all.nc: error: 'missing/all.nc' cannot be written: its folder is missing "
                             "[unwritable-file]"))
        said = self.run_it("--netcdf", "all.nc", **small_files_only(300_000))
        self.assertEqual(said.returncode, 2)
        self.assertIn("cannot be written: file too large [unwritable-file]", said.stderr)
        self.assertFalse((self.here / "all.nc").exists())
        self.assertFalse((self.here / "results/study").exists())

    def test_a_folder_removed_under_it_is_made_again_or_told(self):
        for arguments, code in (((), 0), (("--scalars",), 2)):
            running = self.begin("--output", "results/deep", "--draws", 10_000, *arguments)
            self.wait_for("results/.deep.unfinished/state")
            (self.here / "results").rename(self.here / "gone")  # all at once, whatever is just being written there
            shutil.rmtree(self.here / "gone", ignore_errors=True)
            said = running.communicate()[1]
            self.assertEqual(running.returncode, code, said)
        self.assertIn("draws.csv' cannot be written: it was removed while it was written [unwritable-file]", said)
        self.assertFalse((self.here / "results/deep").exists())

    def test_policies_that_differ_in_name_only_are_the_same_in_every_future(self):
        self.draw("results", "--scalars")
        for row in self.rows("results"):
            for column, value in row.items():
                if column.startswith("as-now: "):
                    self.assertEqual(value, row[column.replace("as-now: ", "as-now-by-another-name: ")])

    def test_a_new_input_leaves_the_draws_of_all_others(self):
        self.draw("before", "--scalars")
        self.add_to_study('[[uncertainty.input]]\nvariable = "levy"\ndistribution = "uniform"\nlow = 0.5\ncentral = 1\n'
                          'high = 1.5\n[[uncertainty.input]]\nvariable = "reserves at start"\n'
                          'distribution = "uniform"\nlow = 4\ncentral = 5\nhigh = 6\n')
        self.draw("after", "--scalars")
        before, after = self.rows("before"), self.rows("after")
        self.assertEqual(len(before), 400)
        for old, new in zip(before, after):
            for column in ("price growth", "grant growth"):
                self.assertEqual(old[column], new[column])
            self.assertNotEqual(old["as-now: gap before action 2015-16"], new["as-now: gap before action 2015-16"])

    def test_draws_that_cannot_be_computed_are_counted_and_told(self):
        self.add_to_study('[[uncertainty.input]]\nvariable = "fragility"\n'
                          'distribution = "discrete(0: 0.75; 1: 0.25)"\nlow = 0\ncentral = 0\nhigh = 1\n')
        said = self.draw("results", "--scalars")
        rows = self.rows("results")
        failed = [row for row in rows if not row["as-now: gap before action 2015-16"]]
        self.assertEqual(failed, [row for row in rows if row["fragility"] == "1"])
        self.assertGreater(len(failed), 50)
        self.assertIn(f"{len(failed)} of 400 draws of scenario 'as-now' could not be computed: 'strain' divides by zero "
                      f"in 2012-13 (time 2012) in draw {failed[0]['draw']} [failed-draws]", said)

    def test_other_programs_read_the_netcdf(self):
        self.draw("results", "--netcdf", "all.nc")
        header = subprocess.run(["ncdump", "-h", "all.nc"], cwd=self.here, capture_output=True, text=True, check=True)
        for line in ("draw = 400 ;", "scenario = 3 ;", "year = 4 ;", "double gap_before_action(draw, scenario, year) ;",
                     'gap_before_action:units = "GBP million" ;', 'input_price_growth:units = "1/year" ;',
                     'strain:units = "1" ;', ':title = "Littleton: will the money do?" ;'):
            self.assertIn(line, header.stdout)

    def test_a_member_is_the_same_alone_as_in_the_ensemble(self):
        self.draw("results", "--netcdf", "all.nc")
        alone = self.run_it("--member", 17, "--scenario", "more-grant")
        self.assertEqual(alone.returncode, 0, alone.stderr)
        rows = list(csv.DictReader(alone.stdout.splitlines()))
        self.assertEqual([row["Time"] for row in rows], ["2012", "2013", "2014", "2015", "2016"])
        # A stock's yearly figure is what it is as the year ends: a figure of the run itself.
        dumped = subprocess.run(["ncdump", "-p", "9,17", "-v", "unallocated_reserves", "all.nc"], cwd=self.here,
                                capture_output=True, text=True, check=True).stdout
        figures = [float(each) for each in re.findall(r"[-+.e0-9]+", dumped.split("unallocated_reserves =")[1])]
        of_member = figures[(17 * 3 + 1) * 4:(17 * 3 + 2) * 4]
        self.assertEqual(of_member, [float(row["unallocated reserves"]) for row in rows[1:]])

        every = self.run_it("--member", 17).stdout.splitlines()
        self.assertEqual(len(every), 1 + 3 * 5)
        self.assertEqual(every[6:11], alone.stdout.splitlines()[1:])
        self.assertEqual(sorted(path.name for path in self.here.iterdir()),
                         sorted(["all.nc", "results", *(path.name for path in LITTLETON.iterdir())]))

    def test_progress_is_told_if_asked(self):
        said = self.draw("results", "--draws", 400)
        self.assertEqual(said, "the report is out/report.html\n")
        running = self.begin("--draws", 1_000_000, "--progress")
        line = running.stderr.readline()
        self.assertRegex(line, r"^[0-9,]+ of 1,000,000 draws, [0-9,]+ a second, \d+ (second|minute)s left\n")
        running.send_signal(signal.SIGINT)
        running.communicate()
        self.assertEqual(running.returncode, INTERRUPTED)

    def test_its_room_does_not_grow_with_the_draws(self):
        def memory_of(draws):
            usage = subprocess.run(["python3", "-c", MEMORY_OF, *self.command("--draws", draws, "--threads", 1)], cwd=self.here,
                                   capture_output=True, text=True, check=True)
            return int(usage.stdout)

        # To keep the figures of 24,000 draws more would take 40 MiB; sketches, full by then, grow with the
        # logarithm.
        self.assertLess(memory_of(40_000) - memory_of(16_000), 6 * 1024)


MEMORY_OF = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


if __name__ == "__main__":
    DrawsTest.program = pathlib.Path(os.path.abspath(sys.argv.pop(1)))
    unittest.main()
