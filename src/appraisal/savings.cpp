// SPDX-License-Identifier: Apache-2.0
#include "appraisal/savings.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>

namespace commonweal::appraisal {

namespace {

constexpr double worth_naming = 0.0005;  ///< GBP million: half a thousand

/// What public bodies save in cash by year, GBP million.
std::vector<double> saved(const Case& of, const Appraisal& appraisal) {
  std::vector<double> yearly(appraisal.years, 0.0);
  for (std::size_t agency = 0; agency < appraisal.agencies.size(); ++agency) {
    if (!appraisal.is_public[agency]) continue;
    for (std::size_t year = 0; year < appraisal.years; ++year) {
      yearly[year] += of.change.cashable[agency * appraisal.years + year];
    }
  }
  return yearly;
}

/// The first year in which anything is paid or saved; the first of all where nothing is.
std::size_t first_year(const Case& package, const Appraisal& appraisal) {
  const std::vector<double> yearly = saved(package, appraisal);
  for (std::size_t year = 0; year < appraisal.years; ++year) {
    double paid = 0;
    for (std::size_t agency = 0; agency < appraisal.agencies.size(); ++agency) {
      paid += package.change.invested[agency * appraisal.years + year];
    }
    if (std::abs(paid) > worth_naming || std::abs(yearly[year]) > worth_naming) return year;
  }
  return 0;
}

/// The row with the lowest sum over the years, if that is below zero by as much as is worth naming.
std::optional<std::size_t> falls_most(const std::vector<double>& rows, std::size_t years, double least) {
  std::optional<std::size_t> found;
  for (std::size_t row = 0; (row + 1) * years <= rows.size(); ++row) {
    const std::span<const double> of_row = std::span(rows).subspan(row * years, years);
    const double sum = std::accumulate(of_row.begin(), of_row.end(), 0.0);
    if (sum < -least) least = -sum, found = row;
  }
  return found;
}

/// The service that needs less money; else the one of which less is provided; empty where none does.
std::string budget_line(const Case& of, const Appraisal& appraisal) {
  std::optional<std::size_t> service = falls_most(of.change.required, appraisal.years, worth_naming);
  if (!service) service = falls_most(of.change.provided, appraisal.years, 1e-6);
  return service ? appraisal.services[*service] : "";
}

/// A saving that is mostly gone by the last year came once.
std::string how_long(const std::vector<double>& yearly) {
  const double most = *std::ranges::max_element(yearly);
  if (most < worth_naming) return "no saving";
  return yearly.back() > most / 10 ? "ongoing" : "one-off";
}

double cashable_share(const Case& of) {
  const double gained = of.cashable + of.not_in_cash;
  return of.cashable > 0 && gained > 0 ? std::min(1.0, of.cashable / gained) : 0;
}

Saving saving_of(const Option& option, const Case& of, const Appraisal& appraisal, const Delivery& delivery,
                 std::size_t from, std::size_t until) {
  const std::vector<double> yearly = saved(of, appraisal);
  Saving saving;
  saving.name = option.name;
  saving.kind = option.category;
  saving.budget_line = budget_line(of, appraisal);
  saving.benefit_owner = benefit_owner(of, appraisal);
  saving.duration = how_long(yearly);
  saving.cashable_share = cashable_share(of);
  for (std::size_t year = from; year < until; ++year) {
    saving.planned.push_back(yearly[year]);
    saving.planned_sum += yearly[year];
  }
  saving.prior = delivery.of(option.category);
  return saving;
}

}  // namespace

SavingsTracker savings_of(const Appraisal& appraisal, const ScenarioAppraisal& scenario, const Valuation& valuation,
                          const study::Study& study) {
  const std::size_t from = scenario.package.futures == 0 ? 0 : first_year(scenario.package, appraisal);
  const std::size_t until = std::min(appraisal.years, from + valuation.medium_term);
  SavingsTracker tracker{appraisal.first + static_cast<int>(from), until - from, study.scope.owner, {}};
  for (std::size_t i = 0; i < scenario.options.size(); ++i) {
    if (scenario.alone[i].futures == 0) continue;
    tracker.savings.push_back(
        saving_of(scenario.options[i], scenario.alone[i], appraisal, valuation.delivery, from, until));
  }
  return tracker;
}

double expected_of(double planned, double share) {
  return planned > 0 ? share * planned : planned;
}

std::string agency_with_most(const Case& of, const Appraisal& appraisal,
                             const std::function<double(const AgencyValue&)>& figure) {
  std::string name = "nobody";
  double most = worth_naming;
  for (std::size_t i = 0; i < of.agencies.size(); ++i) {
    if (figure(of.agencies[i]) <= most) continue;
    most = figure(of.agencies[i]);
    name = appraisal.agencies[i];
  }
  return name;
}

std::string benefit_owner(const Case& of, const Appraisal& appraisal) {
  return agency_with_most(of, appraisal, [](const auto& value) { return value.gained; });
}

}  // namespace commonweal::appraisal
