// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/csv.h"
#include "base/new_file.h"
#include "base/text.h"
#include "doors/cli/commands.h"
#include "doors/cli/talk.h"
#include "ensemble/fault.h"
#include "ensemble/simulate.h"
#include "loops/run_shares.h"
#include "road/named_loops.h"
#include "road/road.h"

namespace commonweal::doors {

namespace {

/// The run that is asked about.
struct AskedRun {
  model::Model model;
  program::Program program;
  program::Inputs inputs;
};

/// The run of a study's scenario; nothing if there are faults.
std::optional<AskedRun> run_of_study(const LoopsArguments& arguments, base::Diagnostics& diagnostics) {
  road::Journey way = road::travel(arguments.path, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  std::vector<std::string> ids;
  for (const study::Scenario& scenario : way.study.scenarios) ids.push_back(scenario.id);
  const auto asked = arguments.scenario.empty() ? ids.begin() : std::ranges::find(ids, arguments.scenario);
  if (asked == ids.end()) {
    diagnostics.error("unknown-scenario", base::Position::file("--scenario"),
                      fmt::format("the study has no scenario '{}'", arguments.scenario),
                      fmt::format("its scenarios: {}", fmt::join(ids, ", ")));
    return std::nullopt;
  }
  program::Inputs inputs = way.design.runs[static_cast<std::size_t>(asked - ids.begin())].inputs;
  return AskedRun{std::move(way.model), std::move(way.program), std::move(inputs)};
}

std::optional<AskedRun> run_of_model(const LoopsArguments& arguments, base::Diagnostics& diagnostics) {
  std::optional<road::ReadModel> read = road::read_model(arguments.path, diagnostics);
  if (!read) return std::nullopt;
  ensemble::check_series_are_given(read->program, {}, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return AskedRun{std::move(read->model), std::move(read->program), {}};
}

std::string csv_of_shares(const loops::RunShares& run) {
  std::string csv = "partition,loops,circles,time,reinforcing,balancing\n";
  for (const loops::LoopShare& share : run.shares) {
    for (std::size_t unit = 0; unit < run.times.size(); ++unit) {
      csv += base::csv_line({std::to_string(share.partition), share.name.empty() ? "no named loop" : share.name,
                             std::to_string(share.circles), fmt::format("{}", run.times[unit]),
                             fmt::format("{:.4f}", share.reinforcing[unit]),
                             fmt::format("{:.4f}", share.balancing[unit])});
    }
  }
  return csv;
}

std::string csv_of_circles(const program::Program& program, const loops::RunLoops& run) {
  std::string csv = "partition,loop,time,share\n";
  for (const loops::ScoredLoop& loop : loops::that_matter(run.loops)) {
    const auto name = [&](std::uint32_t link) { return program.named_or_part_of(run.graph.links[link].from).text; };
    std::string way;
    for (const std::uint32_t link : loop.circle) way += name(link) + " > ";
    way += name(loop.circle.front());
    const loops::UnitMeans means = loops::means_by_unit(run.links.times, loop.relative);
    for (std::size_t unit = 0; unit < means.times.size(); ++unit) {
      csv += base::csv_line({std::to_string(loop.partition), way, fmt::format("{}", means.times[unit]),
                             fmt::format("{:.4f}", means.values[unit])});
    }
  }
  return csv;
}

/// How much was looked at, and what a reader must bear in mind.
void tell(const loops::RunLoops& run) {
  say(fmt::format("{} among {}; {}", base::counted(run.loops.size(), "loop"),
                  base::counted(run.graph.links.size(), "link"),
                  run.complete ? "all that act" : "the strongest that were found, not all"));
  if (run.links.without == 0) return;
  say(fmt::format("{} could not be worked out and counted as 0", base::counted(run.links.without, "link score")));
}

}  // namespace

int score_loops(const LoopsArguments& arguments) {
  base::Diagnostics diagnostics;
  const bool is_study = arguments.path.extension() == ".toml";
  const std::optional<AskedRun> asked =
      is_study ? run_of_study(arguments, diagnostics) : run_of_model(arguments, diagnostics);
  if (!asked || diagnostics.has_errors()) return refuse(diagnostics);

  const loops::RunLoops run = loops::loops_of_run(asked->program, asked->inputs);
  if (run.fault) {
    ensemble::report_fault(*run.fault, asked->program, "", diagnostics);
    return refuse(diagnostics);
  }
  tell(run);
  const std::string csv = arguments.circles
                              ? csv_of_circles(asked->program, run)
                              : csv_of_shares(loops::shares_of(asked->program, run, road::named_loops(asked->model)));
  if (arguments.output.empty()) return give(csv) ? done : users_fault;
  base::write_file(arguments.output, csv, diagnostics);
  return diagnostics.has_errors() ? refuse(diagnostics) : done;
}

}  // namespace commonweal::doors
