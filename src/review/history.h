// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "review/returns_folder.h"

namespace commonweal::review {

/// The services of a review, care first: those that returns tell apart in every year and that councils decide on.
inline constexpr std::array<std::string_view, 8> services = {
    "adult social care",   "children's social care", "highways and transport", "housing",
    "culture and leisure", "environment and waste",  "planning and economy",   "central services"};
inline constexpr std::size_t care_services = 2;

/// Judged ones: the others swing by a third to a half from year to year, mostly by how they are booked.
constexpr bool is_judged(std::size_t service) {
  return service == 0 || service == 1 || service == 2 || service == 4 || service == 5;
}

/// What one authority spent, GBP million in cash.
struct Council {
  std::string code, name, kind;
  std::vector<std::array<double, services.size()>> spend;  ///< [year]

  double total(std::size_t year) const;
};

/// All councils that are responsible for care, in every year alike.
struct History {
  base::FinancialYear first;
  std::size_t years = 0;
  std::vector<Council> councils;
  std::vector<std::string> left_out;  ///< "Isles of Scilly: no return in 2012-13"
  std::vector<std::string> adjusted;  ///< what was done about breaks, in sentences
  std::vector<DataFile> files;        ///< of the years in it
};

/// From 2014-15 on children's social care holds children's centres and services for young people that were counted as
/// education before: in the returns of all England it stood 13.1% higher by that alone. An adjustment after the event,
/// which no forecaster of 2013 could know.
inline constexpr int children_break_year = 2014;
inline constexpr double children_break = 1.131;

/// The history of councils that run care, beginning with the first year for which the returns part adult and children's
/// care, without a gap before `origin`. Faults: "years-wanted" if a year is missing, or none stands before the origin.
History history_of(const ReturnsFolder& returns, const std::filesystem::path& folder, base::FinancialYear origin,
                   base::FinancialYear last, base::Diagnostics& diagnostics);

/// The same for the years from `first` to `last` as they are asked for. Where a return has one line for both kinds of
/// care, as that of 2010-11, it is parted as the same council's return of the year after. Fault: "years-wanted".
History history_between(const ReturnsFolder& returns, const std::filesystem::path& folder, base::FinancialYear first,
                        base::FinancialYear last, base::Diagnostics& diagnostics);

}  // namespace commonweal::review
