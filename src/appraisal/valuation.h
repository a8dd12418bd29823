// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "appraisal/delivery.h"
#include "appraisal/discounting.h"
#include "appraisal/optimism.h"
#include "base/diagnostics.h"
#include "base/toml_table.h"

namespace commonweal::appraisal {

/// How money of other years, a year of life and a promise are weighed: a government's guidance of some date, as a file.
struct Valuation {
  std::string title, published, source, note;
  DiscountRate money, health;   ///< health: for the quality of life, which does not lose its worth as people get rich
  double quality_year = 0;      ///< what a year of life in full quality is worth to society: GBP
  std::size_t medium_term = 0;  ///< years for which councils plan their money
  std::vector<base::PlacedText> not_public;  ///< agencies whose money is not the public's: their gains are economic
  std::vector<OptimismCorrection> optimism;  ///< a row for each grade, the weakest evidence last
  Delivery delivery;                         ///< what comes of planned savings
};

/// Reads such a file (TOML; docs/files.md). Faults: those of base::TomlTable and of `read_delivery`; "no-rate",
/// "bad-rate", "bad-correction", "unknown-grade", "duplicate-grade".
Valuation read_valuation(const std::filesystem::path& path, base::Diagnostics& diagnostics);

}  // namespace commonweal::appraisal
