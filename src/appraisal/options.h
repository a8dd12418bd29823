// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "appraisal/optimism.h"
#include "base/diagnostics.h"
#include "evidence/register.h"
#include "program/inputs.h"
#include "program/program.h"
#include "study/study.h"

namespace commonweal::appraisal {

/// One thing that somebody could choose, as a scenario of the study has it.
struct Option {
  std::string name;   ///< "joint buying"
  std::string grade;  ///< of the weakest evidence in the register that its effect rests on
  std::vector<program::Inputs::Setting> settings;
  std::string category;     ///< what kind of saving it is, as study::Policy has it; empty: nobody has said
  std::string description;  ///< likewise
};

/// Whether a scenario can be set against the headline: another one, of the same place and years, no bound.
bool is_comparable(const study::Study& study, study::ScenarioId scenario);

/// What a scenario does that the headline does not, as options: each of its policies is one, by its title. Of what else
/// it sets, each `lever intensity[...]` begins one, to which belong the lever's other settings and what follows in the
/// file; any other variable is one by itself. `grades` says which grade is weaker. Faults: those of names;
/// "not-comparable" for what the headline sets and this scenario does not.
std::vector<Option> options_of(const study::Study& study, study::ScenarioId scenario, const program::Program& program,
                               const evidence::Register& evidence, const std::vector<OptimismCorrection>& grades,
                               base::Diagnostics& diagnostics);

}  // namespace commonweal::appraisal
