// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "program/program.h"
#include "review/history.h"

namespace commonweal::review {

/// What the model of public services is asked about one council: how the money is shared, given how much there is.
struct Question {
  std::string council;                          ///< for messages
  std::array<double, services.size()> spend{};  ///< in the first year, GBP million
  std::vector<double> totals;                   ///< money of each year, the first among them, GBP million in cash
  double cutting_rule = 1;         ///< as the model counts them: 1 as observed, 2 statutory first, 3 uniform
  double share_of_cut_common = 1;  ///< how much of its cut all councils make, 0 to 1: shared by protection
  bool with_loops = true;
};

/// GBP million in cash: [year, the first among them][service].
using Spending = std::vector<std::array<double, services.size()>>;

/// Runs the model for each question from `from` on. Reserves and council tax close no gap, since the money is given;
/// people are held as they were, for returns do not count them. Faults: a model that lacks what is set
/// ("unknown-model-variable"), and runs that cannot be computed.
std::vector<Spending> ask_model(const std::vector<Question>& questions, base::FinancialYear from,
                                const program::Program& program, base::Diagnostics& diagnostics);

/// How far the model's law protects each service from cuts, 0 to 1; 0 where it says nothing.
std::array<double, services.size()> protection_in(const program::Program& program);

}  // namespace commonweal::review
