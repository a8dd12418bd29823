// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "place/place.h"
#include "program/inputs.h"
#include "program/program.h"
#include "study/study.h"

namespace commonweal::study {

/// One run that the study's question needs: one scenario of one place.
struct Run {
  ScenarioId scenario;
  base::FinancialYear first, last;
  program::Inputs inputs;
};

/// Every run of a study, and what to keep of each.
struct Design {
  std::vector<Run> runs;               ///< in the order of the study's scenarios
  std::vector<std::string> outputs;    ///< variables whose yearly figures are kept
  std::vector<std::string> run_names;  ///< the scenarios' ids, for messages
  /// For each reading of the study, in its order, the runs of scenarios of its own place that have not chosen one
  /// themselves and bound no other; empty: the study asks for no readings.
  std::vector<std::vector<Run>> readings;
};

/// Binds every scenario's place and settings to the program. `outputs` are the variables to keep beside those that the
/// study itself asks for. Faults: those of binding (binding.h); an output the model does not have.
Design design(const Study& study, const std::vector<place::Place>& places, const program::Program& program,
              const std::vector<std::string>& outputs, base::Diagnostics& diagnostics);

/// The design of one reading's runs, to be run like any other.
Design of_reading(const Design& design, const Study& study, std::size_t way);

/// The design as text: `dump design`.
std::string dump(const Design& design);

}  // namespace commonweal::study
