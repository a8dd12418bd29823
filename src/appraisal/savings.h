// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "appraisal/appraise.h"
#include "appraisal/valuation.h"
#include "study/study.h"

/// Savings as councils track them: what is planned, in whose budget, and how much of it is likely to come.
namespace commonweal::appraisal {

/// What one policy is planned to save, each by itself. GBP million in prices of the first year.
struct Saving {
  std::string name;                      ///< of the policy
  std::string kind;                      ///< as study::Policy has it; empty: nobody has said
  std::string budget_line;               ///< the service that needs less money, or is provided less; empty: none falls
  std::string benefit_owner;             ///< the agency that gains most
  std::string duration;                  ///< "ongoing", "one-off", "no saving"
  double cashable_share = 0;             ///< of what public bodies gain, 0 to 1
  std::vector<double> planned;           ///< [year of the tracker]: what public bodies save in cash
  double planned_sum = 0;                ///< of these years
  const DeliveryPrior* prior = nullptr;  ///< the valuation's, for its kind; nullptr: it gives none
};

/// A scenario's savings tracker: the years of the medium-term plan from the first in which anything is paid or saved.
struct SavingsTracker {
  base::FinancialYear first;
  std::size_t years = 0;
  std::string owner;  ///< the study's; empty: nobody is named
  std::vector<Saving> savings;
};

/// The savings of a scenario, one for each policy that could be computed. `valuation` must outlive them.
SavingsTracker savings_of(const Appraisal& appraisal, const ScenarioAppraisal& scenario, const Valuation& valuation,
                          const study::Study& study);

/// What is expected of a planned sum of which so large a share is delivered. Only savings are promised: what a policy
/// costs in cash comes all the same.
double expected_of(double planned, double share);

/// The agency with the largest figure, as councils name an owner; "nobody" where none is above 0.
std::string agency_with_most(const Case& of, const Appraisal& appraisal,
                             const std::function<double(const AgencyValue&)>& figure);

/// The agency that gains most, as councils name a benefit owner; "nobody" where none gains.
std::string benefit_owner(const Case& of, const Appraisal& appraisal);

}  // namespace commonweal::appraisal
