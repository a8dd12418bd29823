// SPDX-License-Identifier: Apache-2.0
#include "review/cut_history.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

namespace commonweal::review {

namespace {

using returns::Part;

constexpr std::array<std::string_view, 2> unlike_others = {"E5010", "E4001"};  // City of London, Isles of Scilly

/// The sum of an authority's lines of some parts, GBP million; a blank cell is nothing.
double sum_of(const returns::Outturn& outturn, const returns::Authority& authority, std::initializer_list<Part> parts) {
  double sum = 0;
  for (std::size_t column = 0; column < outturn.columns.size(); ++column) {
    const bool counts = std::ranges::find(parts, outturn.columns[column].line->part) != parts.end();
    if (counts && !std::isnan(authority.amounts[column])) sum += authority.amounts[column] / 1000;
  }
  return sum;
}

FreeMoney money_of(const returns::Outturn& outturn, std::string_view e_code) {
  const auto authority = std::ranges::find(outturn.authorities, e_code, &returns::Authority::e_code);
  // Grants are published below zero.
  return {sum_of(outturn, *authority, {Part::council_tax}),
          -sum_of(outturn, *authority, {Part::general_grant, Part::business_rates})};
}

bool is_council(const returns::Authority& authority) {
  return !authority.e_code.empty() && authority.kind != "other authority" && authority.kind != "nation";
}

}  // namespace

double CutHistory::grant_dependence(std::size_t council) const {
  const FreeMoney& first = money[council].front();
  return 1 - first.council_tax / (first.council_tax + first.grants);
}

CutHistory cut_history(const ReturnsFolder& returns, const std::filesystem::path& folder, base::FinancialYear from,
                       base::FinancialYear to, base::Diagnostics& diagnostics) {
  CutHistory history;
  history.spending = history_between(returns, folder, from, to, diagnostics);
  if (diagnostics.has_errors()) return history;
  std::erase_if(history.spending.councils, [&](const Council& council) {
    if (std::ranges::find(unlike_others, council.code) == unlike_others.end()) return false;
    history.spending.left_out.push_back(fmt::format("{}: like no other council", council.name));
    return true;
  });
  for (const Council& council : history.spending.councils) {
    std::vector<FreeMoney>& years = history.money.emplace_back();
    for (int year = from.start; year <= to.start; ++year)
      years.push_back(money_of(returns.by_year.at(year), council.code));
  }
  const returns::Outturn& first = returns.by_year.at(from.start);
  constexpr std::array<Part, services.size()> parts = {Part::adult,   Part::children,    Part::highways, Part::housing,
                                                       Part::culture, Part::environment, Part::planning, Part::central};
  for (const returns::Authority& authority : first.authorities) {
    if (!is_council(authority)) continue;
    for (std::size_t service = 0; service < services.size(); ++service) {
      history.all_spend[service] += sum_of(first, authority, {parts[service]});
    }
    history.all_services +=
        sum_of(first, authority,
               {Part::children_and_adult, Part::adult, Part::children, Part::highways, Part::housing, Part::culture,
                Part::environment, Part::planning, Part::central, Part::levies});
  }
  return history;
}

}  // namespace commonweal::review
