// SPDX-License-Identifier: Apache-2.0
#include "discovery/study_discovery.h"

#include <algorithm>
#include <utility>

#include "discovery/break_even.h"
#include "discovery/wanted.h"
#include "random/distribution.h"
#include "study/element_name.h"

namespace commonweal::discovery {

namespace {

/// Constants that are drawn in the scenario or in the one it is held against.
std::vector<std::size_t> free_constants(const study::DrawDesign& design) {
  std::vector<std::size_t> free;
  const auto is_set_by = [](const study::DrawnConstant& constant, study::ScenarioId scenario) {
    return std::ranges::find(constant.set_by, scenario) != constant.set_by.end();
  };
  const study::DiscoveryDesign& asked = *design.discovery;
  for (std::size_t i = 0; i < design.constants.size(); ++i) {
    const study::DrawnConstant& constant = design.constants[i];
    const bool is_set = is_set_by(constant, asked.scenario) && (!asked.against || is_set_by(constant, *asked.against));
    if (!is_set) free.push_back(i);
  }
  return free;
}

/// The futures that could be computed, with those of their inputs that are free.
Sample sample_of(const std::vector<std::optional<bool>>& judged, const study::DrawDesign& design,
                 const std::vector<std::size_t>& free) {
  Sample sample;
  for (std::uint64_t draw = 0; draw < judged.size(); ++draw) {
    if (!judged[draw]) continue;
    const Constants constants = study::constants_at(design, study::uniforms_of(design, draw));
    std::vector<double> inputs;
    for (const std::size_t each : free) inputs.push_back(constants[each]);
    sample.inputs.push_back(std::move(inputs));
    sample.wanted.push_back(*judged[draw]);
  }
  return sample;
}

/// Where each free input turns the answer, all others as the scenario has them and nothing shaken.
void find_break_evens(const study::Design& runs, const study::DrawDesign& design, const program::Program& program,
                      const std::vector<std::size_t>& free, const ensemble::DrawWork& work, StudyDiscovery& result) {
  study::DrawDesign unshaken = design;
  unshaken.shocks.clear();
  Wanted wanted(runs, unshaken, program, work);
  Constants centre;
  for (const study::DrawnConstant& constant : unshaken.constants) centre.push_back(wanted.centre(constant));
  const std::vector<std::optional<bool>> as_it_stands = wanted.of(1, [&](std::uint64_t) { return centre; });
  if (as_it_stands.empty()) return;
  result.is_wanted_at_centre = as_it_stands.front().value_or(false);

  const auto value_of = [&](const Trial& trial) {
    return random::quantile(unshaken.constants[free[trial.input]].distribution, trial.at);
  };
  const Judge judge = [&](const std::vector<Trial>& trials) {
    return wanted.of(trials.size(), [&](std::uint64_t i) {
      Constants moved = centre;
      moved[free[trials[i].input]] = value_of(trials[i]);
      return moved;
    });
  };
  for (const Turn& turn : turns(free.size(), judge)) {
    result.break_evens.push_back({result.inputs[turn.input], result.units[turn.input], centre[free[turn.input]],
                                  value_of({turn.input, turn.at}), turn.is_wanted_above,
                                  turn.is_wanted_above ? 1 - turn.at : turn.at});
  }
  std::ranges::stable_sort(result.break_evens, std::ranges::greater(), &BreakEven::odds);
}

}  // namespace

std::optional<StudyDiscovery> study_discovery(const study::Study& study, const study::Design& runs,
                                              const study::DrawDesign& design, const program::Program& program,
                                              const ensemble::DrawWork& work) {
  const study::DiscoveryDesign& asked = *design.discovery;
  StudyDiscovery result;
  result.wish = asked.wish;
  result.scenario_name = study.scenarios[asked.scenario].name;
  if (asked.against) result.against_name = study.scenarios[*asked.against].name;
  const std::vector<std::size_t> free = free_constants(design);
  for (const std::size_t each : free) {
    result.inputs.push_back(study::text(design.constants[each].name));
    result.units.push_back(design.constants[each].unit);
  }

  Wanted wanted(runs, design, program, work);
  const std::vector<std::optional<bool>> judged = wanted.of(asked.wish.draws, [&](std::uint64_t draw) {
    return study::constants_at(design, study::uniforms_of(design, draw));
  });
  if (wanted.is_stopped()) return std::nullopt;
  const Sample sample = sample_of(judged, design, free);
  result.failed = judged.size() - sample.count();
  result.found = discover(sample, design.seed);
  find_break_evens(runs, design, program, free, work, result);
  return result;
}

}  // namespace commonweal::discovery
