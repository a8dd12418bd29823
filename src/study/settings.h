// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/toml.h"
#include "study/setting.h"

namespace commonweal::study {

/// Reads a table of settings, "variable" or "variable[element]" = number; nullptr: none. Faults: "wrong-type",
/// "bad-setting", "duplicate-setting".
std::vector<Setting> read_settings(const base::TomlValue* table, base::Diagnostics& diagnostics);

/// Whether nothing of `inherited` is left where `own` is laid over it: both are of the same constant, or `own` is of
/// the whole variable.
bool replaces(const Setting& own, const Setting& inherited);

/// What holds where `own` settings are laid over `inherited` ones: an own one replaces the same one, and one of a whole
/// variable replaces those of its elements. The inherited ones that are left come first.
std::vector<Setting> laid_over(const std::vector<Setting>& inherited, const std::vector<Setting>& own);

}  // namespace commonweal::study
