// SPDX-License-Identifier: Apache-2.0
#include "book/loops.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/csv.h"
#include "base/new_file.h"
#include "base/text.h"
#include "doors/cli/commands.h"
#include "doors/cli/road.h"
#include "doors/cli/talk.h"
#include "ensemble/fault.h"
#include "ensemble/simulate.h"
#include "loops/named_loops.h"

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
  Journey way = travel(arguments.path, Until::design, diagnostics);
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
  std::optional<ReadModel> read = read_model(arguments.path, diagnostics);
  if (!read) return std::nullopt;
  ensemble::check_series_are_given(read->program, {}, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return AskedRun{std::move(read->model), std::move(read->program), {}};
}

/// What the switches of a model are called, and the links that they cut.
std::vector<loops::NamedLoop> named_loops(const model::Model& model) {
  // A stock that a SMOOTH made has no name; what it belongs to has.
  const auto name = [&](model::VariableId id) {
    const model::Variable& variable = model.variables[id];
    return model.variables[variable.hidden ? variable.owner : id].name;
  };
  std::vector<loops::NamedLoop> named;
  for (const book::Loop& loop : book::loops(model)) {
    named.push_back({name(loop.loop_switch), {}});
    for (const book::Link& link : loop.frozen) named.back().links.emplace_back(name(link.from), name(link.to));
  }
  return named;
}

/// How many moments a unit of time has: loops are looked for once in each.
std::size_t steps_of_a_unit(const std::vector<double>& times) {
  return times.size() < 2 ? 1 : static_cast<std::size_t>(std::max(1.0, std::round(1 / (times[1] - times[0]))));
}

/// The means of each whole unit of time (a year) that ends after `first`: what happened from it to the next.
std::map<double, double> means(const std::vector<double>& times, const std::vector<double>& values) {
  std::map<double, std::pair<double, double>> sums;
  for (std::size_t moment = 0; moment < times.size(); ++moment) {
    auto& [sum, count] = sums[std::ceil(times[moment] - 1e-9) - 1];
    sum += values[moment];
    ++count;
  }
  std::map<double, double> means;
  for (const auto& [time, sum] : sums) means[time] = sum.first / sum.second;
  return means;
}

std::string csv_of_shares(const std::vector<double>& times, const std::vector<loops::LoopShare>& shares) {
  std::string csv = "partition,loops,circles,time,reinforcing,balancing\n";
  for (const loops::LoopShare& share : shares) {
    const auto balancing = means(times, share.balancing);
    for (const auto& [time, reinforcing] : means(times, share.reinforcing)) {
      csv += base::csv_line({std::to_string(share.partition), share.name.empty() ? "no named loop" : share.name,
                             std::to_string(share.circles), fmt::format("{}", time), fmt::format("{:.4f}", reinforcing),
                             fmt::format("{:.4f}", balancing.at(time))});
    }
  }
  return csv;
}

std::string csv_of_circles(const program::Program& program, const loops::CausalGraph& graph,
                           const std::vector<double>& times, const std::vector<loops::ScoredLoop>& scored) {
  std::string csv = "partition,loop,time,share\n";
  for (const loops::ScoredLoop& loop : scored) {
    std::string way;
    for (const std::uint32_t link : loop.circle) {
      way += program.named_or_part_of(graph.links[link].from).text + " > ";
    }
    way += program.named_or_part_of(graph.links[loop.circle.front()].from).text;
    for (const auto& [time, share] : means(times, loop.relative)) {
      csv +=
          base::csv_line({std::to_string(loop.partition), way, fmt::format("{}", time), fmt::format("{:.4f}", share)});
    }
  }
  return csv;
}

}  // namespace

int score_loops(const LoopsArguments& arguments) {
  base::Diagnostics diagnostics;
  const bool is_study = arguments.path.extension() == ".toml";
  const std::optional<AskedRun> asked =
      is_study ? run_of_study(arguments, diagnostics) : run_of_model(arguments, diagnostics);
  if (!asked || diagnostics.has_errors()) return refuse(diagnostics);

  const loops::CausalGraph graph = loops::causal_graph(asked->program);
  const loops::ScoredRun run = loops::score_links(asked->program, asked->inputs, graph);
  if (run.fault) {
    ensemble::report_fault(*run.fault, asked->program, "", diagnostics);
    return refuse(diagnostics);
  }
  const loops::Discovery found = loops::discover(graph, run.links, {.every = steps_of_a_unit(run.links.times)});
  const std::vector<loops::ScoredLoop> scored = loops::score_loops(graph, run.links, found.circles);
  say(fmt::format("{} among {}; {}", base::counted(scored.size(), "loop"), base::counted(graph.links.size(), "link"),
                  found.complete ? "all that act" : "the strongest that were found, not all"));
  if (run.links.without > 0) {
    say(fmt::format("{} could not be worked out and counted as 0", base::counted(run.links.without, "link score")));
  }

  const std::string csv = arguments.circles
                              ? csv_of_circles(asked->program, graph, run.links.times, loops::that_matter(scored))
                              : csv_of_shares(run.links.times, loops::shares_by_name(asked->program, graph, scored,
                                                                                     named_loops(asked->model)));
  if (arguments.output.empty()) return give(csv) ? done : users_fault;
  base::write_file(arguments.output, csv, diagnostics);
  return diagnostics.has_errors() ? refuse(diagnostics) : done;
}

}  // namespace commonweal::doors
