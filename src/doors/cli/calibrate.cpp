// SPDX-License-Identifier: Apache-2.0
#include "calibration/calibrate.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <vector>

#include "calibration/observations.h"
#include "doors/cli/commands.h"
#include "doors/cli/talk.h"
#include "road/road.h"

namespace commonweal::doors {

int calibrate(const CalibrateArguments& arguments) {
  base::Diagnostics diagnostics;
  road::Overrides overrides;
  overrides.needs_draws = true;
  const road::Journey way = road::travel(arguments.study, diagnostics, overrides);
  if (!way.study.calibration) {
    diagnostics.error("no-calibration", base::Position::file(arguments.study.string()),
                      "the study names no measurements to be held against",
                      "add a table [calibration]; docs/files.md says how");
    return refuse(diagnostics);
  }
  const std::vector<calibration::Observation> observations =
      calibration::read_observations(way.study.calibration->observations, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  const unsigned threads =
      arguments.threads != 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency());
  const std::optional<calibration::Calibration> result =
      calibration::calibrate(way.study, way.design, *way.draw_design, way.program, observations, threads, diagnostics);
  if (!result) return refuse(diagnostics);
  if (!diagnostics.all().empty()) say(diagnostics.render());
  return give(arguments.json ? calibration::json(*result) : calibration::text(*result)) ? done : users_fault;
}

}  // namespace commonweal::doors
