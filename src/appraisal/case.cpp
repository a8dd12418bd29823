// SPDX-License-Identifier: Apache-2.0
#include "appraisal/case.h"

#include <cmath>
#include <span>
#include <utility>

#include "appraisal/discounting.h"
#include "appraisal/fair_split.h"
#include "appraisal/measures.h"
#include "study/replicates.h"

namespace commonweal::appraisal {

namespace {

constexpr double million = 1e6;

std::span<const double> row(const std::vector<double>& rows, std::size_t which, std::size_t years) {
  return std::span(rows).subspan(which * years, years);
}

}  // namespace

std::optional<double> Case::ratio() const {
  return benefit_cost_ratio(promised.benefits, promised.costs);
}

std::optional<double> Case::fiscal_return() const {
  return benefit_cost_ratio(cashable, promised.costs);
}

CaseMaker::CaseMaker(const Valuation& valuation, const LedgerLayout& layout, std::vector<bool> is_public,
                     std::size_t years)
    : valuation_(valuation),
      is_public_(std::move(is_public)),
      years_(years),
      money_factors_(discount_factors(valuation.money, years)),
      health_factors_(discount_factors(valuation.health, years)) {
  case_.is_nil = true;
  case_.agencies.resize(layout.agencies.size());
  case_.agency_net.resize(layout.agencies.size());
  case_.paid_back.resize(years, 0.0);
}

void CaseMaker::add(std::uint64_t draw, const Ledger& change) {
  ++case_.futures;
  case_.is_nil = case_.is_nil && is_nil(change);
  appraisal::add(case_.change, change);
  add_values(draw, change);
  add_payback(change);
}

void CaseMaker::add_values(std::uint64_t draw, const Ledger& change) {
  const auto worth = [&](const std::vector<double>& rows, std::size_t agency) {
    return present_value(row(rows, agency, years_), money_factors_);
  };
  double net = 0, cash = 0;
  for (std::size_t agency = 0; agency < case_.agencies.size(); ++agency) {
    AgencyValue& value = case_.agencies[agency];
    const double cashable = worth(change.cashable, agency), other = worth(change.not_in_cash, agency);
    const double paid = worth(change.invested, agency);
    value.gained += cashable + other;
    value.cashable += cashable;
    value.paid += paid;
    value.transfer += worth(change.transfer, agency);
    (is_public_[agency] ? case_.not_in_cash : case_.economic) += other;
    (is_public_[agency] ? case_.cashable : case_.economic) += cashable;
    case_.agency_net[agency].add(study::replicate_of(draw), cashable + other - paid);
    net += cashable + other - paid;
    cash += (is_public_[agency] ? cashable : 0) - paid;
  }
  case_.social += present_value(change.quality, health_factors_) * valuation_.quality_year / million;
  case_.net_value.add(study::replicate_of(draw), net);
  case_.cash_value.add(study::replicate_of(draw), cash);
}

void CaseMaker::add_payback(const Ledger& change) {
  std::vector<double> net(years_, 0.0);
  std::size_t begins = years_;
  for (std::size_t year = 0; year < years_; ++year) {
    for (std::size_t agency = 0; agency < case_.agencies.size(); ++agency) {
      const std::size_t at = agency * years_ + year;
      if (is_public_[agency]) net[year] += change.cashable[at];
      net[year] -= change.invested[at];
    }
    if (begins == years_ && std::abs(net[year]) > 1e-9) begins = year;
  }
  const std::optional<std::size_t> year = payback_year(net);
  if (!year) {
    case_.never_paid_back += 1;
    return;
  }
  case_.paid_back[*year] += 1;
  if (begins == years_ || *year < begins + valuation_.medium_term) case_.paid_back_in_plan += 1;
}

Case CaseMaker::finish(std::string name, std::string grade) && {
  Case made = std::move(case_);
  made.name = std::move(name);
  made.grade = std::move(grade);
  if (made.futures == 0) return made;

  // Sums over futures become means.
  const double share = 1 / static_cast<double>(made.futures);
  Ledger mean;
  appraisal::add(mean, made.change, share);
  made.change = std::move(mean);
  for (double* sum : {&made.cashable, &made.not_in_cash, &made.economic, &made.social, &made.never_paid_back,
                      &made.paid_back_in_plan}) {
    *sum *= share;
  }
  for (double& year : made.paid_back) year *= share;
  std::vector<double> gained, paid, net;
  for (AgencyValue& value : made.agencies) {
    for (double* sum : {&value.gained, &value.cashable, &value.paid, &value.transfer}) *sum *= share;
    gained.push_back(value.gained);
    paid.push_back(value.paid);
    net.push_back(value.net());
    made.promised.costs += value.paid;
    made.promised.benefits += value.gained;
  }

  // Who pays and who gains, and how it could be evened out.
  const OptimismCorrection& correction = correction_of(valuation_.optimism, made.grade);
  made.corrected = {corrected_costs(made.promised.costs, correction),
                    corrected_benefits(made.promised.benefits, correction)};
  made.wrong_pocket = wrong_pocket_index(gained, paid);
  made.break_even = break_even_transfers(net);
  made.fair_share = fair_split(gained, made.promised.costs);
  return made;
}

}  // namespace commonweal::appraisal
