// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace commonweal::returns {

/// What a line of the revenue outturn summary is on the ladder from services to council tax. An amount is added up to
/// the next total after it, which is then the first figure of the next step.
enum class LineKind {
  amount,
  total,
  level,  ///< what stands in reserves at the beginning of the year: added to nothing
};

/// What a line is to the model: where its amount goes.
enum class Part {
  children,
  adult,
  children_and_adult,  // the return of 2010-11 has one line for both kinds of social care
  public_health,
  highways,
  housing,
  culture,
  environment,
  planning,
  central,
  education,
  not_ours,  ///< police, fire: run by some councils and not part of the model's services
  levies,
  capital,
  benefits,
  other,
  earmarked,
  unallocated,
  schools_reserves,
  general_grant,
  business_rates,
  specific_grants,
  council_tax,
  opening_earmarked,
  opening_unallocated,
  none,  ///< totals
};

/// One line of the summary, as the returns of different years name it.
struct Line {
  std::string_view name;      ///< in words, for messages
  std::string_view headings;  ///< how its heading begins, letters only, in lower case; several with "|" between
  LineKind kind;
  Part part;
};

/// Every line of the ladder that is known, in its order. Memorandum lines are none.
std::span<const Line> lines();

/// The line that a heading names: its number ("360: "), brackets about totals, blanks and signs do not count. Of
/// two that begin it the longer counts. Nothing for a heading that names none.
const Line* line_of(std::string_view heading);

}  // namespace commonweal::returns
