// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/toml_table.h"

/// Options that were turned down, kept with their reasons: who is consulted must be able to see them, and why.
namespace commonweal::study {

struct RejectedOption {
  std::string name;      ///< as a reader sees it: "Close every library"
  std::string reason;    ///< why not, in a sentence or two
  std::string decided;   ///< who turned it down, and when: "Cabinet, 12 February 2013"; may be empty
  std::string scenario;  ///< id of the scenario that does it, so that it is appraised all the same; empty: none does
  base::Position position, scenario_position;
};

/// Reads the [[rejected]] tables of a study. Faults: those of base::TomlTable, and "duplicate-rejected".
std::vector<RejectedOption> read_rejected(base::TomlTable& study, base::Diagnostics& diagnostics);

/// What else is known of a scenario that an option may name.
struct Choosable {
  std::string id;
  bool can_be_rejected = false;  ///< neither the headline nor a bound
};

/// Reports options whose scenario there is not, or that cannot be turned down: "unknown-scenario",
/// "rejected-headline".
void check_rejected(const std::vector<RejectedOption>& options, const std::vector<Choosable>& scenarios,
                    base::Diagnostics& diagnostics);

}  // namespace commonweal::study
