// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gtest/gtest.h>

#include "ensemble/draw_futures.h"
#include "ensemble/drawn_test.h"

/// Draws that were stopped and gone on with.
namespace commonweal::ensemble {
namespace {

const RunKey key_of_debt{{"study", "debt"}};
constexpr DrawTables tables{.scalars = true, .figures = true};

class ResumeTest : public testing::Test {
 protected:
  /// Draws until `stop_at` draws are made, in a folder of that name.
  std::optional<Draws> draw(const std::string& name, std::uint64_t stop_at, unsigned threads = 1) {
    Checkpoint checkpoint(debt_.folder.path() / name, key_of_debt, true, opening_);
    const DrawWork work{.threads = threads,
                        .goes_on = [&](const Progress& progress) { return progress.done < stop_at; },
                        .checkpoint = &checkpoint};
    auto draws = debt_.draw(work, tables);
    if (draws) {
      csv_ = debt_.folder.read("." + name + ".unfinished/draws.csv");
      figures_ = debt_.folder.read("." + name + ".unfinished/figures");
      checkpoint.discard();
    }
    return draws;
  }

  DrawnStudy debt_;
  base::Diagnostics opening_;
  std::string csv_, figures_;
};

TEST_F(ResumeTest, comes_to_the_same_bytes) {
  const std::string whole = DrawnStudy::bytes_of(*draw("whole", 1000));
  const std::string csv = csv_, figures = figures_;
  EXPECT_EQ(whole, debt_.bytes());  // saving changes nothing

  std::optional<Draws> draws;
  int stops = 0;
  for (std::uint64_t stop_at = 100; !draws; stop_at += 100, ++stops) draws = draw("stopped", stop_at, 1 + stops % 3);
  EXPECT_EQ(stops, 3);
  EXPECT_EQ(DrawnStudy::bytes_of(*draws), whole);
  EXPECT_EQ(csv_, csv);
  EXPECT_EQ(figures_, figures);
  EXPECT_EQ(debt_.diagnostics.render(), "");
}

TEST_F(ResumeTest, writes_a_row_for_each_draw) {
  draw("whole", 1000);
  std::vector<std::string> lines;
  for (const std::string_view line : base::split(csv_, '\n')) lines.emplace_back(line);
  ASSERT_EQ(lines.size(), 302U);  // the header, and nothing after the last
  EXPECT_EQ(
      lines[0],
      "draw,interest,spend,as-now: debt 2014-15,\"as-now: much debt, first in\",dearer: debt 2014-15,\"dearer: much "
      "debt, first in\",as-now-again: debt 2014-15,\"as-now-again: much debt, first in\"\r");
  const std::vector<double> constants = study::constants_at(debt_.design, study::uniforms_of(debt_.design, 4));
  const auto cells = base::split(lines[5], ',');
  ASSERT_EQ(cells.size(), 9U);
  EXPECT_EQ(cells[0], "4");
  EXPECT_EQ(cells[1], base::shortest(constants[0]));
  EXPECT_EQ(cells[2], base::shortest(constants[1]));
  EXPECT_EQ(cells[3], cells[7]);  // of two scenarios that differ in nothing but name
  EXPECT_EQ(figures_.size(), 300 * (2 + 3 * 3) * sizeof(double));
}

TEST_F(ResumeTest, stops_if_a_table_was_removed) {
  EXPECT_FALSE(draw("stopped", 32).has_value());
  Checkpoint checkpoint(debt_.folder.path() / "stopped", key_of_debt, true, opening_);
  const DrawWork work{.threads = 1,
                      .goes_on =
                          [&](const Progress&) {
                            std::filesystem::remove(checkpoint.folder() / "draws.csv");
                            return false;
                          },
                      .checkpoint = &checkpoint};
  EXPECT_FALSE(debt_.draw(work, tables).has_value());
  const std::string faults = debt_.folder.without_name(debt_.diagnostics.render());
  EXPECT_EQ(faults,
            "FOLDER/.stopped.unfinished/draws.csv: error: 'FOLDER/.stopped.unfinished/draws.csv' cannot be written: it "
            "was removed while it was written [unwritable-file]\n"
            "      = what was saved before is kept: --resume goes on from there\n");
}

TEST_F(ResumeTest, refuses_to_go_on_without_the_tables) {
  EXPECT_FALSE(draw("stopped", 32).has_value());
  std::filesystem::remove(debt_.folder.path() / ".stopped.unfinished/draws.csv");
  EXPECT_FALSE(draw("stopped", 1000).has_value());
  const std::string faults = debt_.folder.without_name(debt_.diagnostics.render());
  EXPECT_EQ(faults,
            "FOLDER/.stopped.unfinished/draws.csv: error: what is left of the unfinished run is not whole: no such "
            "file or directory [stale-run]\n"
            "      = without --resume it begins anew\n");
}

TEST_F(ResumeTest, refuses_what_another_program_has_left) {
  {
    Checkpoint checkpoint(debt_.folder.path() / "stopped", key_of_debt, true, opening_);
    EXPECT_EQ(checkpoint.save(1, [](const Checkpoint::Write& write) { write("not what it looks like"); }), "");
  }
  EXPECT_FALSE(draw("stopped", 1000).has_value());
  const std::string faults = debt_.folder.without_name(debt_.diagnostics.render());
  EXPECT_EQ(faults,
            "FOLDER/.stopped.unfinished: error: what is left of the unfinished run is not whole: another version of "
            "the program has left it [stale-run]\n"
            "      = without --resume it begins anew\n");
}

TEST_F(ResumeTest, warns_once_that_progress_cannot_be_saved) {
  Checkpoint checkpoint(debt_.folder.path() / "whole", key_of_debt, false, opening_);
  std::filesystem::create_directory(checkpoint.folder() / "state.new");
  const DrawWork work{.threads = 1, .goes_on = nullptr, .checkpoint = &checkpoint};
  EXPECT_TRUE(debt_.draw(work).has_value());
  const std::string faults = debt_.folder.without_name(debt_.diagnostics.render());
  EXPECT_EQ(faults,
            "FOLDER/.whole.unfinished: warning: progress could not be saved: is a directory [unsaved-progress]\n"
            "      = the results do not need it; only a run that is stopped would have\n");
}

}  // namespace
}  // namespace commonweal::ensemble
