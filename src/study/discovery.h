// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "base/toml_table.h"
#include "program/program.h"
#include "study/draw_design.h"
#include "study/study.h"
#include "study/uncertainty.h"

namespace commonweal::study {

/// With fewer futures the half that judges has too few; more take long and tell little.
inline constexpr std::uint64_t least_discovery_draws = 128, most_discovery_draws = 100'000;

/// Reads [uncertainty.discovery]; nothing if there is none. Faults: those of base::TomlTable; "bad-discovery" for no
/// comparison or more than one, years that end before they begin, a number of draws that cannot be.
std::optional<DiscoveryWish> read_discovery(base::TomlTable& uncertainty, base::Diagnostics& diagnostics);

/// Binds what the study asks. Faults: those of names (binding.h); "unknown-scenario"; "bad-discovery" for a bound, a
/// variable of several elements, a year that a scenario has not. Nothing if it asks nothing, or after a fault.
std::optional<DiscoveryDesign> bind_discovery(const Study& study, const program::Program& program,
                                              base::Diagnostics& diagnostics);

/// "the yearly change of gap before action from 2022-23 to 2032-33 in 'new-model' less 0.9 times that in 'carry-on' is
/// below 0".
std::string condition(const DiscoveryWish& wish);

}  // namespace commonweal::study
