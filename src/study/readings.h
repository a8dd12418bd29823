// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/toml_table.h"
#include "study/setting.h"

namespace commonweal::study {

/// One way to read a choice that the model has to make: "statutory first".
struct Reading {
  std::string name;
  std::string description;  ///< what it supposes, and what speaks for it; may be empty
  std::vector<Setting> settings;
  base::Position position;
};

/// A choice that no evidence settles, and the ways to read it: every scenario that leaves it open is run once by each,
/// so that a reader sees what is found and what is put in.
struct Readings {
  std::string of;  ///< what is chosen, in words: "the cutting rule"; empty: the study asks for none
  std::vector<Reading> ways;
};

/// Whether a scenario with these settings has chosen a reading itself, so that it cannot be read in others.
bool is_settled(const std::vector<Setting>& settings, const Readings& readings);

/// Reads `[readings]` of a study. Faults: those of base::TomlTable and `read_settings`; "one-reading" for fewer than
/// two, "duplicate-reading", "empty-reading" for one that sets nothing.
Readings read_readings(base::TomlTable& study, base::Diagnostics& diagnostics);

}  // namespace commonweal::study
