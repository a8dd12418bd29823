// SPDX-License-Identifier: Apache-2.0
#include "ensemble/member.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/csv.h"
#include "base/text.h"
#include "ensemble/draw_futures.h"
#include "ensemble/simulate.h"

namespace commonweal::ensemble {

namespace {

void report_unknown_scenario(const std::string& scenario, const std::vector<std::string>& known,
                             base::Diagnostics& diagnostics) {
  diagnostics.error("unknown-scenario", base::Position::file("--scenario"),
                    fmt::format("'{}' is none of the scenarios that are drawn", scenario),
                    base::suggestion(scenario, known, "they are: " + base::joined(known, ", ")));
}

}  // namespace

std::string member_csv(const study::Study& study, const study::Design& runs, const study::DrawDesign& design,
                       const program::Program& program, std::uint64_t draw, const std::string& scenario,
                       base::Diagnostics& diagnostics) {
  if (draw >= design.draws) {
    diagnostics.error("unknown-draw", base::Position::file("--member"), fmt::format("there is no draw {}", draw),
                      fmt::format("they are numbered from 0 to {}", design.draws - 1));
  }
  std::vector<std::string> known;
  std::string text;
  for (const study::Run* run : draw_task(study, runs, design, program, {}).runs) {
    const std::string& id = known.emplace_back(study.scenarios[run->scenario].id);
    if (diagnostics.has_errors() || (!scenario.empty() && scenario != id)) continue;
    Trajectory trajectory = simulate(program, study::inputs_of(*run, design, draw), every_output(program), diagnostics);
    trajectory.columns.insert(trajectory.columns.begin(), "scenario");
    if (text.empty()) text = base::csv_line(trajectory.columns);
    for (const std::vector<double>& row : trajectory.rows) {
      text += base::csv_field(id);
      for (const double value : row) text += "," + base::shortest(value);
      text += "\r\n";
    }
  }
  const bool is_known = scenario.empty() || std::ranges::find(known, scenario) != known.end();
  if (!is_known) report_unknown_scenario(scenario, known, diagnostics);
  return text;
}

}  // namespace commonweal::ensemble
