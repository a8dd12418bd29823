// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/diagnostics.h"
#include "program/program.h"
#include "study/policy.h"

namespace commonweal::study {

/// Every policy of a folder, one a file NAME.toml, sorted by id. Faults: those of `read_policy`, and
/// "unreadable-folder", "no-policy".
std::vector<Policy> read_policies(const std::filesystem::path& folder, base::Diagnostics& diagnostics);

/// Holds policies against the model: every constant that they set or name must be one of its constants, every agency
/// one that its ledger has. Faults: those of `bind_setting`, and "unknown-agency".
void check_policies(const std::vector<Policy>& policies, const program::Program& program,
                    base::Diagnostics& diagnostics);

}  // namespace commonweal::study
