// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "appraisal/ledger.h"
#include "appraisal/valuation.h"
#include "ensemble/spread.h"

namespace commonweal::appraisal {

/// Present values for one agency: GBP million of the base year's prices.
struct AgencyValue {
  double gained = 0;    ///< in cash or not
  double cashable = 0;  ///< in cash alone
  double paid = 0;      ///< of its own money
  double transfer = 0;  ///< received from other agencies, within what it paid
  double net() const { return gained - paid; }
};

/// The same sums for all agencies, before or after a correction for optimism.
struct Sums {
  double costs = 0, benefits = 0;
  double net() const { return benefits - costs; }
};

/// The case for a set of options: what it changes against doing none of them, on the same futures. Means over all
/// futures, unless it is a Spread.
struct Case {
  std::string name, grade;
  std::uint64_t futures = 0, failures = 0;  ///< computed; not computed, and in nothing here
  bool is_nil = false;                      ///< nothing changes in any future
  Ledger change;                            ///< by year
  std::vector<AgencyValue> agencies;
  std::vector<ensemble::Spread> agency_net;  ///< of each: what it gains less what it pays, present value
  ensemble::Spread net_value;                ///< all agencies' gains less costs, present value
  ensemble::Spread cash_value;               ///< gains in cash of public agencies less all costs, present value
  double cashable = 0;                       ///< public agencies' gains in cash
  double not_in_cash = 0;                    ///< public agencies' other gains
  double economic = 0;                       ///< gains of everybody else
  double social = 0;                         ///< quality of life, by what a year is worth; in no other sum here
  Sums promised, corrected;                  ///< before and after the correction for optimism
  std::vector<double> paid_back;  ///< [year]: share of the futures in which cash covers costs from that year on
  double never_paid_back = 0;
  double paid_back_in_plan = 0;  ///< share of those in which that is within the medium term of the first year of cost
  std::optional<double> wrong_pocket;
  std::vector<double> break_even;  ///< what each agency must be given so that none loses
  std::vector<double> fair_share;  ///< of the whole, for each agency; adds up to it unless the whole loses

  std::optional<double> ratio() const;          ///< benefits for each pound of costs
  std::optional<double> fiscal_return() const;  ///< cash for each pound of costs
};

/// How the case is made of futures, one after another.
class CaseMaker {
 public:
  /// Both must outlive it. `is_public` says of each agency whether its money is the public's.
  CaseMaker(const Valuation& valuation, const LedgerLayout& layout, std::vector<bool> is_public, std::size_t years);

  /// Adds the change that a future shows.
  void add(std::uint64_t draw, const Ledger& change);
  void add_failure() { ++case_.failures; }

  /// The case, once all futures have been added. `grade`: of the weakest evidence in it.
  Case finish(std::string name, std::string grade) &&;

 private:
  void add_values(std::uint64_t draw, const Ledger& change);
  void add_payback(const Ledger& change);

  const Valuation& valuation_;
  std::vector<bool> is_public_;
  std::size_t years_;
  std::vector<double> money_factors_, health_factors_;
  Case case_;
};

}  // namespace commonweal::appraisal
