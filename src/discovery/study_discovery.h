// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "discovery/discover.h"
#include "ensemble/draw_futures.h"
#include "program/program.h"
#include "study/design.h"
#include "study/draw_design.h"
#include "study/study.h"

/// What would have to be true: the conditions under which what a study asks about comes about.
namespace commonweal::discovery {

/// An input by itself, all others at their centre: from which value on the answer turns.
struct BreakEven {
  std::string name, unit;
  double centre = 0;
  double value = 0;             ///< where it turns
  bool is_wanted_above = true;  ///< or below
  double odds = 0;              ///< how likely the input is on the wanted side, by its distribution
};

struct StudyDiscovery {
  study::DiscoveryWish wish;
  std::string scenario_name, against_name;  ///< the second may be empty
  std::uint64_t failed = 0;                 ///< futures that could not be computed, and are left out
  std::vector<std::string> inputs, units;   ///< [input], as Condition counts them: those that are drawn in either
  Discovery found;
  bool is_wanted_at_centre = false;    ///< with every number at its centre
  std::vector<BreakEven> break_evens;  ///< the likeliest first; inputs that turn nothing by themselves have none
};

/// Draws design.discovery's futures, which must be there, and looks. Nothing if the work was stopped.
std::optional<StudyDiscovery> study_discovery(const study::Study& study, const study::Design& runs,
                                              const study::DrawDesign& design, const program::Program& program,
                                              const ensemble::DrawWork& work);

}  // namespace commonweal::discovery
