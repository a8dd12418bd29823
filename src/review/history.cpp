// SPDX-License-Identifier: Apache-2.0
#include "review/history.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "returns/outturn.h"

namespace commonweal::review {

namespace {

namespace fs = std::filesystem;
using returns::Part;

constexpr std::array<Part, services.size()> parts = {Part::adult,   Part::children,    Part::highways, Part::housing,
                                                     Part::culture, Part::environment, Part::planning, Part::central};

/// The amounts of the reviewed services, GBP million; NaN where there is no line or no figure in any of its lines.
std::array<double, services.size()> spend_of(const returns::Outturn& outturn, const returns::Authority& authority) {
  std::array<double, services.size()> spend;
  spend.fill(std::nan(""));
  for (std::size_t column = 0; column < outturn.columns.size(); ++column) {
    const auto part = std::ranges::find(parts, outturn.columns[column].line->part);
    if (part == parts.end() || std::isnan(authority.amounts[column])) continue;
    double& amount = spend[static_cast<std::size_t>(part - parts.begin())];
    amount = (std::isnan(amount) ? 0 : amount) + authority.amounts[column] / 1000;
  }
  return spend;
}

/// The one line for both kinds of care of some returns; NaN where there is none.
double joined_care_of(const returns::Outturn& outturn, const returns::Authority& authority) {
  for (std::size_t column = 0; column < outturn.columns.size(); ++column) {
    if (outturn.columns[column].line->part == Part::children_and_adult) return authority.amounts[column] / 1000;
  }
  return std::nan("");
}

const returns::Authority* authority_of(const ReturnsFolder& returns, int year, const std::string& e_code) {
  const auto outturn = returns.by_year.find(year);
  if (outturn == returns.by_year.end()) return nullptr;
  const auto found = std::ranges::find(outturn->second.authorities, e_code, &returns::Authority::e_code);
  return found == outturn->second.authorities.end() ? nullptr : &*found;
}

/// As `spend_of`, and one line for both kinds of care parted as in the same authority's next return.
std::array<double, services.size()> spend_with_care_parted(const ReturnsFolder& returns, int year,
                                                           const returns::Authority& authority) {
  std::array<double, services.size()> spend = spend_of(returns.by_year.at(year), authority);
  const double joined = joined_care_of(returns.by_year.at(year), authority);
  const returns::Authority* next = authority_of(returns, year + 1, authority.e_code);
  if (std::isnan(joined) || next == nullptr) return spend;
  const auto after = spend_of(returns.by_year.at(year + 1), *next);
  const double care_after = after[0] + after[1];
  if (!(care_after > 0)) return spend;
  for (std::size_t kind = 0; kind < care_services; ++kind) spend[kind] = joined * after[kind] / care_after;
  return spend;
}

/// Adds a year of an authority; the reason if it cannot be reviewed.
std::optional<std::string> add_year(const ReturnsFolder& returns, int year, bool meets_break, Council& council) {
  const base::FinancialYear named{year};
  const returns::Authority* authority = authority_of(returns, year, council.code);
  if (authority == nullptr) return fmt::format("no return in {}", named.text());
  std::array<double, services.size()> spend = spend_with_care_parted(returns, year, *authority);
  for (std::size_t service = 0; service < services.size(); ++service) {
    if (std::isnan(spend[service])) {
      if (service < care_services) return fmt::format("no figure for {} in {}", services[service], named.text());
      spend[service] = 0;
    }
  }
  if (meets_break && year >= children_break_year) spend[1] /= children_break;
  council.spend.push_back(spend);
  return std::nullopt;
}

enum class Care { none, little, runs };

/// Whether care is what it is there for: some authorities book a little of it.
Care care_of(const ReturnsFolder& returns, int year, const returns::Authority& authority) {
  constexpr double least_share = 0.1;
  const auto spend = spend_with_care_parted(returns, year, authority);
  if (authority.e_code.empty() || !(spend[0] > 0 && spend[1] > 0)) return Care::none;
  double all = 0;
  for (const double one : spend) all += std::isnan(one) ? 0 : one;
  return spend[0] + spend[1] >= least_share * all ? Care::runs : Care::little;
}

void report_missing(const fs::path& folder, const ReturnsFolder& returns, int first, int last, const std::string& hint,
                    base::Diagnostics& diagnostics) {
  std::vector<std::string> missing;
  for (int year = first; year <= last; ++year) {
    if (!returns.by_year.contains(year)) missing.push_back(base::FinancialYear{year}.text());
  }
  if (missing.empty() || diagnostics.has_errors()) return;
  diagnostics.error("years-wanted", base::Position::file(folder.string()),
                    fmt::format("there is no return of {}", base::joined(missing, ", ")), hint);
}

/// Puts the years of every council that runs care in `origin` together.
History gather(const ReturnsFolder& returns, int first, int origin, int last) {
  History history;
  history.first = {first};
  history.years = static_cast<std::size_t>(last - first + 1);
  history.files = returns.files_of(first, last);
  const bool meets_break = first < children_break_year && last >= children_break_year;
  for (const returns::Authority& authority : returns.by_year.at(origin).authorities) {
    const Care care = care_of(returns, origin, authority);
    if (care == Care::little) {
      history.left_out.push_back(fmt::format("{}: care is less than a tenth of what it spends", authority.name));
    }
    if (care != Care::runs) continue;
    Council council{authority.e_code, authority.name, authority.kind, {}};
    std::optional<std::string> reason;
    for (int year = first; year <= last && !reason; ++year) reason = add_year(returns, year, meets_break, council);
    if (reason) {
      history.left_out.push_back(fmt::format("{}: {}", authority.name, *reason));
    } else {
      history.councils.push_back(std::move(council));
    }
  }
  if (meets_break) {
    history.adjusted.push_back(fmt::format(
        "Children's social care from 2014-15 on is divided by {}: it holds services that were counted as education "
        "before. Known only after the event.",
        children_break));
  }
  return history;
}

}  // namespace

double Council::total(std::size_t year) const {
  double sum = 0;
  for (const double one : spend[year]) sum += one;
  return sum;
}

History history_of(const ReturnsFolder& returns, const fs::path& folder, base::FinancialYear origin,
                   base::FinancialYear last, base::Diagnostics& diagnostics) {
  constexpr int care_is_parted_since = 2011;
  report_missing(folder, returns, origin.start, last.start,
                 "the folder needs one of each year from --from to --to, and at least one before", diagnostics);
  int first = origin.start;
  while (first > care_is_parted_since && returns.by_year.contains(first - 1)) --first;
  if (first == origin.start && !diagnostics.has_errors()) {
    diagnostics.error(
        "years-wanted", base::Position::file(folder.string()),
        fmt::format("there is no return of the year before {} that parts the kinds of care", origin.text()),
        "spread and drift are told from changes up to --from, so at least two years are needed");
  }
  if (diagnostics.has_errors()) return {};
  return gather(returns, first, origin.start, last.start);
}

History history_between(const ReturnsFolder& returns, const fs::path& folder, base::FinancialYear first,
                        base::FinancialYear last, base::Diagnostics& diagnostics) {
  report_missing(folder, returns, first.start, last.start, "the folder needs one of each year from --from to --to",
                 diagnostics);
  if (diagnostics.has_errors()) return {};
  History history = gather(returns, first.start, first.start, last.start);
  const bool is_joined = std::ranges::any_of(
      returns.by_year.at(first.start).columns,
      [](const returns::OutturnColumn& column) { return column.line->part == Part::children_and_adult; });
  if (is_joined) {
    history.adjusted.push_back(fmt::format(
        "The return of {} has one line for the care of adults and children: parted as each council's return of {}.",
        first.text(), (first + 1).text()));
  }
  return history;
}

}  // namespace commonweal::review
