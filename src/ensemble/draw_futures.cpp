// SPDX-License-Identifier: Apache-2.0
#include "ensemble/draw_futures.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "base/growing_file.h"
#include "base/text.h"
#include "ensemble/block.h"
#include "ensemble/clouds.h"
#include "ensemble/draw_tables.h"
#include "ensemble/in_order.h"

namespace commonweal::ensemble {

namespace {

using Clock = std::chrono::steady_clock;

/// Saving may take this share of the time, and no more.
constexpr double share_for_saving = 0.05;

/// A table that grows with the draws.
struct Table {
  base::GrowingFile file;
  std::function<std::string(const Block&)> rows;
};

/// The draws of a study while they are made.
class DrawRun {
 public:
  DrawRun(const DrawTask& task, const study::Study& study, const DrawWork& work, base::Diagnostics& diagnostics)
      : task_(task), work_(work), diagnostics_(diagnostics), gatherer_(task, study) {
    progress_.draws = task.design->draws;
  }

  /// Goes on from where an earlier run was stopped, or begins the tables; false after a fault.
  bool begin(const study::Study& study, const DrawTables& tables) {
    const std::string state = work_.checkpoint == nullptr ? "" : work_.checkpoint->take_state();
    std::uint64_t scalars = 0, figures = 0;
    if (!state.empty()) {
      base::ByteReader bytes(state);
      progress_.begun_at = progress_.done = bytes.number<std::uint64_t>();
      if (tables.scalars) scalars = bytes.number<std::uint64_t>();
      if (tables.figures) figures = bytes.number<std::uint64_t>();
      gatherer_.load(bytes);
      if (!bytes.at_end() || progress_.done > progress_.draws) {
        return report_stale("another version of the program has left it", work_.checkpoint->folder());
      }
      progress_.failures = gatherer_.failures();
    }
    return (!tables.scalars || open("draws.csv", scalars, scalar_header(task_, study),
                                    [this](const Block& block) { return scalar_rows(task_, block); })) &&
           (!tables.figures ||
            open("figures", figures, "", [this](const Block& block) { return figure_bytes(task_, block); }));
  }

  /// The first draw that is not made yet.
  std::uint64_t next() const { return progress_.done; }

  /// Takes the block that comes next; false if the work must stop.
  bool take(const Block& block) {
    gatherer_.add(block);
    for (Table& table : tables_) {
      if (!report(table.file.append(table.rows(block)), table.file)) return false;
    }
    progress_.done += block.constants.size();
    progress_.failures = gatherer_.failures();
    const bool is_last = progress_.done == progress_.draws;
    const bool is_stopped = work_.goes_on && !work_.goes_on(progress_) && !is_last;
    const bool is_all_at_once = is_last && !has_saved_;  // so quickly made that it is not worth saving
    if (is_stopped || (is_time_to_save() && !is_all_at_once)) {
      if (!save()) return false;
    }
    return !is_stopped;
  }

  /// Whether the tables are whole.
  bool finish_tables() {
    for (Table& table : tables_) {
      if (!report(table.file.flush(), table.file)) return false;
    }
    return true;
  }

  Draws draws() && { return std::move(gatherer_).finish(); }

 private:
  bool open(const std::string& name, std::uint64_t size, const std::string& header,
            std::function<std::string(const Block&)> rows) {
    tables_.push_back({base::GrowingFile(work_.checkpoint->folder() / name), std::move(rows)});
    base::GrowingFile& file = tables_.back().file;
    const std::string why = file.open(size);
    if (size == 0) return report(why, file) && report(file.append(header), file);
    return why.empty() || report_stale(why, file.path());
  }

  bool report_stale(const std::string& why, const std::filesystem::path& path) {
    diagnostics_.error("stale-run", base::Position::file(path.string()),
                       fmt::format("what is left of the unfinished run is not whole: {}", why),
                       "without --resume it begins anew");
    return false;
  }

  bool report(const std::string& why, const base::GrowingFile& file) {
    if (why.empty()) return true;
    diagnostics_.error("unwritable-file", base::Position::file(file.path().string()),
                       fmt::format("'{}' cannot be written: {}", file.path().string(), why),
                       "what was saved before is kept: --resume goes on from there");
    return false;
  }

  bool is_time_to_save() const {
    if (work_.checkpoint == nullptr) return false;
    const std::chrono::duration<double> since = Clock::now() - saved_at_;
    return since.count() >= seconds_to_save_ / share_for_saving;
  }

  /// Saves all that has been gathered; false after a fault of a table.
  bool save() {
    if (work_.checkpoint == nullptr) return true;
    const Clock::time_point begun = Clock::now();
    base::ByteWriter head;
    head.number(progress_.done);
    for (Table& table : tables_) {
      if (!report(table.file.flush(), table.file)) return false;
      head.number(table.file.size());
    }
    const std::string why = work_.checkpoint->save(progress_.done, [&](const Checkpoint::Write& write) {
      write(head.bytes());
      gatherer_.save(write);
    });
    saved_at_ = Clock::now();
    seconds_to_save_ = std::chrono::duration<double>(saved_at_ - begun).count();
    has_saved_ = has_saved_ || why.empty();
    if (why.empty() || has_warned_) return true;
    has_warned_ = true;
    diagnostics_.warning("unsaved-progress", base::Position::file(work_.checkpoint->folder().string()),
                         fmt::format("progress could not be saved: {}", why),
                         "the results do not need it; only a run that is stopped would have");
    return true;
  }

  const DrawTask& task_;
  const DrawWork& work_;
  base::Diagnostics& diagnostics_;
  CloudGatherer gatherer_;
  std::vector<Table> tables_;
  Progress progress_;
  Clock::time_point saved_at_;
  double seconds_to_save_ = 0;
  bool has_saved_ = false, has_warned_ = false;
};

}  // namespace

void warn_of_failures(const Draws& draws, const study::Study& study, base::Diagnostics& diagnostics) {
  for (const Cloud& cloud : draws.clouds) {
    if (cloud.failures == 0) continue;
    const study::Scenario& scenario = study.scenarios[cloud.scenario];
    diagnostics.warning("failed-draws", scenario.position,
                        fmt::format("{} of {} draws of scenario '{}' could not be computed: {} in draw {}",
                                    base::grouped(static_cast<double>(cloud.failures), 0),
                                    base::grouped(static_cast<double>(draws.draws), 0), scenario.id,
                                    cloud.failed.front().fault, cloud.failed.front().draw),
                        "they are in no band and no probability");
  }
}

DrawTask draw_task(const study::Study& study, const study::Design& runs, const study::DrawDesign& design,
                   const program::Program& program, const std::vector<std::string>& variables) {
  LanePrograms none;
  return draw_task(study, runs, design, program, variables, none);
}

DrawTask draw_task(const study::Study& study, const study::Design& runs, const study::DrawDesign& design,
                   const program::Program& program, const std::vector<std::string>& variables, LanePrograms& known) {
  DrawTask task{&program, &design, {}, {}, {}};
  for (const study::Run& run : runs.runs) {
    if (study.scenarios[run.scenario].bound_of.empty()) task.runs.push_back(&run);
  }
  std::vector<std::string> names = variables;
  for (const std::string& name : design.outputs) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  task.kept = keep(program, names);
  make_lanes(task, engine::available_kernels().back(), known);
  return task;
}

std::optional<Draws> draw_futures(const DrawTask& task, const study::Study& study, const DrawTables& tables,
                                  const DrawWork& work, base::Diagnostics& diagnostics) {
  DrawRun run(task, study, work, diagnostics);
  if (!run.begin(study, tables)) return std::nullopt;
  const std::uint64_t begun_at = run.next(), draws_wanted = task.design->draws;
  const std::uint64_t blocks = (draws_wanted - begun_at + draws_in_a_block - 1) / draws_in_a_block;
  const std::uint64_t taken = run_in_order(
      0, blocks, work.threads,
      [&](std::uint64_t block) {
        const std::uint64_t first = begun_at + block * draws_in_a_block;
        return run_block(task, first, std::min(draws_in_a_block, draws_wanted - first));
      },
      [&](std::uint64_t, const Block& block) { return run.take(block); });
  if (taken < blocks || !run.finish_tables()) return std::nullopt;
  Draws draws = std::move(run).draws();
  warn_of_failures(draws, study, diagnostics);
  return draws;
}

}  // namespace commonweal::ensemble
