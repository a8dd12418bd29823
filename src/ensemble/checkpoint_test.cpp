// SPDX-License-Identifier: Apache-2.0
#include "ensemble/checkpoint.h"

#include <filesystem>
#include <optional>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace commonweal::ensemble {
namespace {

namespace fs = std::filesystem;

const RunKey key{{"study", "a1"}, {"seed", "0"}};

class CheckpointTest : public testing::Test {
 protected:
  fs::path output() const { return folder_.path() / "results/barnet"; }
  fs::path hidden() const { return folder_.path() / "results/.barnet.unfinished"; }

  /// Saves a state as a run that is then stopped.
  void leave(const std::string& state, std::uint64_t done = 1600) {
    base::Diagnostics diagnostics;
    Checkpoint checkpoint(output(), key, true, diagnostics);
    EXPECT_EQ(checkpoint.save(done, [&](const Checkpoint::Write& write) { write(state); }), "");
  }

  /// The state that a run goes on from; what was found wrong is in `faults`.
  std::string open(const RunKey& with, bool resume) {
    base::Diagnostics diagnostics;
    Checkpoint checkpoint(output(), with, resume, diagnostics);
    faults = folder_.without_name(diagnostics.render());
    return checkpoint.take_state();
  }

  base::TemporaryFolder folder_;
  std::string faults;
};

TEST_F(CheckpointTest, keeps_the_last_state_whole) {
  leave("first");
  leave("second state");
  EXPECT_EQ(open(key, true), "second state");
  EXPECT_EQ(faults, "");
}

TEST_F(CheckpointTest, leaves_nothing_where_nothing_was_saved) {
  open(key, false);
  EXPECT_EQ(faults, "");
  EXPECT_FALSE(fs::exists(folder_.path() / "results"));
}

TEST_F(CheckpointTest, is_gone_once_the_result_stands) {
  {
    base::Diagnostics diagnostics;
    Checkpoint checkpoint(output(), key, false, diagnostics);
    EXPECT_EQ(checkpoint.save(1, [](const Checkpoint::Write& write) { write("state"); }), "");
    EXPECT_TRUE(fs::exists(hidden() / "state"));
    checkpoint.discard();
  }
  EXPECT_FALSE(fs::exists(folder_.path() / "results"));
}

TEST_F(CheckpointTest, says_that_there_is_nothing_to_go_on_from) {
  EXPECT_EQ(open(key, true), "");
  EXPECT_EQ(faults,
            "FOLDER/results/.barnet.unfinished: warning: no unfinished run stands there: it begins anew "
            "[nothing-to-resume]\n");
}

TEST_F(CheckpointTest, says_that_an_unfinished_run_is_given_up) {
  leave("state");
  EXPECT_EQ(open(key, false), "");
  EXPECT_EQ(
      faults,
      "FOLDER/results/.barnet.unfinished: warning: an unfinished run of 1,600 draws is given up [unfinished-run]\n"
      "      = --resume would have gone on from it\n");
}

TEST_F(CheckpointTest, refuses_the_unfinished_run_of_another_question) {
  leave("state");
  EXPECT_EQ(open({{"study", "b2"}, {"seed", "0"}, {"model", "c3"}}, true), "");
  EXPECT_EQ(faults,
            "FOLDER/results/.barnet.unfinished: error: the unfinished run is of another question: its study, model "
            "differ [stale-run]\n"
            "      = put back what has changed, or begin anew without --resume\n");
  EXPECT_EQ(open(key, true), "state");  // which it has left alone
}

TEST_F(CheckpointTest, refuses_what_is_not_whole) {
  leave("state");
  const std::string whole = folder_.read("results/.barnet.unfinished/state");
  folder_.write("results/.barnet.unfinished/state", whole.substr(0, whole.size() - 1));
  EXPECT_EQ(open(key, true), "");
  EXPECT_EQ(faults,
            "FOLDER/results/.barnet.unfinished: error: what is left of the unfinished run is not whole [stale-run]\n"
            "      = without --resume it begins anew\n");
}

TEST_F(CheckpointTest, is_for_one_run_at_a_time) {
  base::Diagnostics diagnostics;
  std::optional<Checkpoint> first(std::in_place, output(), key, false, diagnostics);
  open(key, false);
  EXPECT_EQ(faults,
            "FOLDER/results/.barnet.unfinished: error: another run is at work in 'FOLDER/results/.barnet.unfinished' "
            "[run-in-progress]\n"
            "      = wait for it, or name another folder with --output\n");
  EXPECT_TRUE(fs::exists(hidden()));
  first.reset();
  open(key, false);
  EXPECT_EQ(faults, "");
}

TEST_F(CheckpointTest, tells_a_folder_that_cannot_be) {
  folder_.write("results", "a file");
  open(key, false);
  EXPECT_EQ(faults,
            "FOLDER/results/.barnet.unfinished: error: the folder 'FOLDER/results/.barnet.unfinished' cannot be "
            "written: not a directory [unwritable-folder]\n");
}

TEST_F(CheckpointTest, loses_nothing_where_it_cannot_save) {
  leave("state");
  fs::create_directory(hidden() / "state.new");
  {
    base::Diagnostics diagnostics;
    Checkpoint checkpoint(output(), key, true, diagnostics);
    EXPECT_EQ(checkpoint.save(2, [](const Checkpoint::Write& write) { write("later"); }), "is a directory");
  }
  EXPECT_EQ(open(key, true), "state");
}

TEST_F(CheckpointTest, makes_its_folder_again_if_somebody_removed_it) {
  {
    base::Diagnostics diagnostics;
    Checkpoint checkpoint(output(), key, false, diagnostics);
    fs::remove_all(folder_.path() / "results");
    EXPECT_EQ(checkpoint.save(1, [](const Checkpoint::Write& write) { write("state"); }), "");
  }
  EXPECT_EQ(open(key, true), "state");
}

}  // namespace
}  // namespace commonweal::ensemble
