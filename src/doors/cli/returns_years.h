// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "review/provenance.h"

namespace commonweal::doors {

/// The years that a command on returns is asked for.
struct Years {
  base::FinancialYear from, to;
};

/// Reads `--from` and `--to`. Faults: "bad-year", "bad-years" if the one is not after the other.
std::optional<Years> years_of(const std::string& from, const std::string& to, base::Diagnostics& diagnostics);

/// What a result of `command` was made of. An empty `model`: none was run.
review::Provenance provenance_of(const std::string& command, const Years& years, const std::filesystem::path& model,
                                 const std::vector<review::DataFile>& files, base::Diagnostics& diagnostics);

}  // namespace commonweal::doors
