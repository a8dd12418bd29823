// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/findings.h"

/// How figures are said in running text.
namespace commonweal::report {

/// "£147.3 million", "£50.7 billion"; "minus £3.0 million" below zero; "not known" for NaN. `million`: GBP million.
std::string money_text(double million);

/// "+12.3" or "-4.5"; a figure that rounds to nothing has no sign; "[x]" for one that is not known.
std::string signed_figure(double value, int digits);

/// "65.3%" for 0.653; "not known" for NaN.
std::string percent_text(double share);

/// `text` with its first letter, where that is ASCII, in upper case.
std::string capitalised(std::string_view text);

/// The year of a crossing, or "not by 2042-43" where there is none up to `last`.
std::string crossing_text(const std::optional<analysis::Crossing>& crossing, base::FinancialYear last);

/// When a scenario and its bounds cross: "2023-24 to 2039-40", "2023-24 to not by 2046-47", "not by 2046-47 in any
/// case"; empty where it has no bounds.
std::string range_text(const analysis::CrossingRange& range, base::FinancialYear last);

/// The last of `years` years from `first` on; `first` where there are none.
base::FinancialYear last_of(base::FinancialYear first, std::size_t years);

/// "a", "a and b", "a, b and c".
std::string listed(std::span<const std::string> parts);

/// Text of ASCII letters, digits and hyphens, for an id: "Flat real" is "flat-real".
std::string slug(std::string_view text);

/// "fitted", "predicted", "given", "base".
std::string_view role_text(study::Role role);

/// A unit as a reader would say it: "£ million" for "GBP m" or "GBP million", "a year" for "1/year".
std::string unit_text(std::string_view unit);

/// How large amounts are best shown: in GBP million, or in GBP billion from ten thousand million on.
struct MoneyUnit {
  double scale;           ///< million times this gives the shown figure
  std::string_view name;  ///< "£ million"
  int digits;
};
MoneyUnit money_unit(double largest_million);

/// Every value times `scale`.
std::vector<double> scaled(std::vector<double> values, double scale);

}  // namespace commonweal::report
