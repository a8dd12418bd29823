// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/financial_year.h"
#include "ensemble/draw_futures.h"
#include "ensemble/ensemble.h"
#include "program/program.h"
#include "sensitivity/screening.h"
#include "sensitivity/variance.h"
#include "study/design.h"
#include "study/draw_design.h"
#include "study/study.h"

/// What moves the headline scenario of a study.
namespace commonweal::sensitivity {

/// A figure that is asked about.
struct Figure {
  ensemble::Output output;
  base::FinancialYear year;
  double value = 0;  ///< in the scenario as it stands, nothing drawn; NaN if that cannot be computed
};

/// What a figure does when one input is moved.
struct Change {
  double down = 0, up = 0;  ///< of the input; NaN: cannot be computed
};

/// An input moved by one hundredth either way, all others being as the scenario has them (decision 34).
struct MovedInput {
  std::string name, unit;
  double value = 0;  ///< in the scenario; of several elements: the first one's
  double step = 0;
  bool is_in_points = false;    ///< the step is a percentage point, 0.01; otherwise 1 % of the value
  std::vector<Change> changes;  ///< of each figure
};

/// An input that cannot be moved so.
struct UnmovedInput {
  std::string name;
  std::string why;  ///< "is 0", "has single values only"
};

/// Inputs that are varied as one.
struct InputGroup {
  std::vector<std::string> names;  ///< those that the scenario leaves free
};

struct StudySensitivity {
  std::string scenario_id, scenario_name;
  std::vector<Figure> figures;  ///< each output in each year
  std::vector<MovedInput> moved;
  std::vector<UnmovedInput> unmoved;
  std::vector<InputGroup> groups;  ///< of the two below
  std::vector<std::string> held;   ///< inputs that the scenario or its place sets: in none of the groups
  bool has_shocks = false;         ///< the study draws some, and they are left out of all this
  std::optional<Screening> screening;
  std::optional<VarianceAnalysis> variance;
};

/// Computes what the design asks for, over threads; the figures do not depend on them. Nothing if the work was stopped.
/// A design that asks for no output has no figures and nothing else.
std::optional<StudySensitivity> study_sensitivity(const study::Study& study, const study::Design& runs,
                                                  const study::DrawDesign& design, const program::Program& program,
                                                  const ensemble::DrawWork& work);

}  // namespace commonweal::sensitivity
