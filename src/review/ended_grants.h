// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "review/cut_rules.h"

namespace commonweal::review {

/// A grant to councils that was not paid again after its last year: no choice of theirs, and nothing that law protects.
struct EndedGrant {
  std::string name;
  std::size_t service = 0;  ///< of `services`: what it paid for
  base::FinancialYear last;
  double amount = 0;  ///< to all councils in that year, GBP million
};

/// Reads a table with the columns grant, service, last, amount, source and note. Faults: those of tables;
/// "bad-amount" for one that is not above 0.
std::vector<EndedGrant> read_ended_grants(const std::filesystem::path& path, base::Diagnostics& diagnostics);

/// What they paid for each service in `year`, their last: GBP million. Grants of other years do not count.
ByService paid_until(const std::vector<EndedGrant>& grants, base::FinancialYear year);

}  // namespace commonweal::review
