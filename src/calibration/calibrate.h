// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "calibration/learned.h"
#include "calibration/observations.h"
#include "program/program.h"
#include "study/design.h"
#include "study/draw_design.h"
#include "study/study.h"

/// A study's inputs held against what was measured: what the data say of each, and what they do not.
namespace commonweal::calibration {

/// Where 8 of 10 members lie, and their middle.
struct Spread {
  double tenth = 0, middle = 0, ninth = 0;
};

struct CalibratedInput {
  std::string name, unit;
  std::string words;  ///< its range in the register: "triangular from 0 by 0.4 to 0.8"
  Spread before, after;
  Learned learned;
};

struct CalibratedFigure {
  Observation observation;
  bool is_kept_back = false;  ///< not used: a test of what was learned
  Spread before, after;       ///< with the errors of measurement and model
  double implausibility = 0;  ///< of the members before, see learned.h
};

struct EntangledInputs {
  std::string first, second;
  double correlation = 0;
};

struct Calibration {
  std::string title, scenario;
  std::uint64_t members = 0, failed = 0;  ///< members that could not be run are left out
  unsigned steps = 0;
  std::vector<CalibratedInput> inputs;     ///< the most informed first
  std::vector<CalibratedFigure> figures;   ///< in the table's order
  std::vector<EntangledInputs> entangled;  ///< beyond 0.5 in either direction, the strongest first
  double mismatch = 0;  ///< mean square of what is missed after, in errors: about 1 where the errors are as said
};

/// Beyond this implausibility no member can have made the figure.
inline constexpr double implausible_above = 3;

/// Beyond this correlation two inputs cannot be told apart.
inline constexpr double not_told_apart_above = 0.9;

/// Fits the inputs of study.uncertainty, which must be there as study.calibration must, to `observations`, as
/// smoother.h says, in four steps. Draws without shocks: what happened is one story. Faults, all of them:
/// "unknown-scenario", "unknown-observation" (variable or element), "bad-unit", "year-not-run", "nothing-to-fit",
/// "failed-draws" if fewer than two members can be run.
std::optional<Calibration> calibrate(const study::Study& study, const study::Design& runs,
                                     const study::DrawDesign& design, const program::Program& program,
                                     const std::vector<Observation>& observations, unsigned threads,
                                     base::Diagnostics& diagnostics);

/// As tables in words, and as JSON.
std::string text(const Calibration& calibration);
std::string json(const Calibration& calibration);

}  // namespace commonweal::calibration
