// SPDX-License-Identifier: Apache-2.0
#include "review/history.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "returns/outturn.h"

namespace commonweal::review {

namespace {

namespace fs = std::filesystem;
using returns::Part;

constexpr std::array<Part, services.size()> parts = {Part::adult,   Part::children,    Part::highways, Part::housing,
                                                     Part::culture, Part::environment, Part::planning, Part::central};

bool is_return(const fs::path& path) {
  const std::string extension = base::lower(path.extension().string());
  return extension == ".csv" || extension == ".xlsx" || extension == ".xls" || extension == ".ods";
}

/// The files of a folder that may be returns: tables first, then by name.
std::vector<fs::path> files_in(const fs::path& folder, base::Diagnostics& diagnostics) {
  std::error_code failure;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, failure)) {
    if (entry.is_regular_file() && is_return(entry.path())) files.push_back(entry.path());
  }
  if (failure) {
    diagnostics.error(
        "unreadable-folder", base::Position::file(folder.string()),
        fmt::format("'{}' cannot be read as a folder of returns: {}", folder.string(), base::reason(failure)));
  }
  std::ranges::sort(files, {}, [](const fs::path& path) {
    return std::pair(base::lower(path.extension().string()) != ".csv", path.filename().string());
  });
  return files;
}

/// One return a year. A file that is no return at all (a note, another table) is passed over.
std::map<int, returns::Outturn> returns_in(const fs::path& folder, base::Diagnostics& diagnostics) {
  std::map<int, returns::Outturn> by_year;
  for (const fs::path& file : files_in(folder, diagnostics)) {
    base::Diagnostics faults;
    const auto sheets = returns::read_sheets(file, faults);
    auto outturn = returns::find_outturn(sheets, std::nullopt, faults);
    if (outturn) {
      by_year.emplace(outturn->year.start, std::move(*outturn));
    } else {
      for (const base::Diagnostic& fault : faults.all()) {
        if (fault.name == "no-outturn") continue;
        diagnostics.error(fault.name, fault.position, fault.message, fault.hint);
      }
    }
  }
  return by_year;
}

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

/// Puts an authority's years together; the reason if it cannot be reviewed.
std::optional<std::string> add_year(const returns::Outturn& outturn, bool meets_break, Council& council) {
  const auto found = std::ranges::find(outturn.authorities, council.code, &returns::Authority::e_code);
  if (found == outturn.authorities.end()) return fmt::format("no return in {}", outturn.year.text());
  std::array<double, services.size()> spend = spend_of(outturn, *found);
  for (std::size_t service = 0; service < services.size(); ++service) {
    if (std::isnan(spend[service])) {
      if (service < care_services) return fmt::format("no figure for {} in {}", services[service], outturn.year.text());
      spend[service] = 0;
    }
  }
  if (meets_break && outturn.year.start >= children_break_year) spend[1] /= children_break;
  council.spend.push_back(spend);
  return std::nullopt;
}

enum class Care { none, little, runs };

/// Whether care is what it is there for: some authorities book a little of it.
Care care_of(const returns::Outturn& outturn, const returns::Authority& authority) {
  constexpr double least_share = 0.1;
  const auto spend = spend_of(outturn, authority);
  if (authority.e_code.empty() || !(spend[0] > 0 && spend[1] > 0)) return Care::none;
  double all = 0;
  for (const double one : spend) all += std::isnan(one) ? 0 : one;
  return spend[0] + spend[1] >= least_share * all ? Care::runs : Care::little;
}

}  // namespace

double Council::total(std::size_t year) const {
  double sum = 0;
  for (const double one : spend[year]) sum += one;
  return sum;
}

History read_history(const fs::path& folder, base::FinancialYear origin, base::FinancialYear last,
                     base::Diagnostics& diagnostics) {
  constexpr int care_is_parted_since = 2011;
  History history;
  const std::map<int, returns::Outturn> by_year = returns_in(folder, diagnostics);
  std::vector<std::string> missing;
  for (int year = origin.start; year <= last.start; ++year) {
    if (!by_year.contains(year)) missing.push_back(base::FinancialYear{year}.text());
  }
  if (!missing.empty() && !diagnostics.has_errors()) {
    diagnostics.error("years-wanted", base::Position::file(folder.string()),
                      fmt::format("there is no return of {}", base::joined(missing, ", ")),
                      "the folder needs one of each year from --from to --to, and at least one before");
  }
  int first = origin.start;
  while (first > care_is_parted_since && by_year.contains(first - 1)) --first;
  if (missing.empty() && first == origin.start && !diagnostics.has_errors()) {
    diagnostics.error(
        "years-wanted", base::Position::file(folder.string()),
        fmt::format("there is no return of the year before {} that parts the kinds of care", origin.text()),
        "spread and drift are told from changes up to --from, so at least two years are needed");
  }
  if (diagnostics.has_errors()) return history;

  history.first = {first};
  history.years = static_cast<std::size_t>(last.start - first + 1);
  const bool meets_break = first < children_break_year && last.start >= children_break_year;
  const returns::Outturn& at_origin = by_year.at(origin.start);
  for (const returns::Authority& authority : at_origin.authorities) {
    const Care care = care_of(at_origin, authority);
    if (care == Care::little) {
      history.left_out.push_back(fmt::format("{}: care is less than a tenth of what it spends", authority.name));
    }
    if (care != Care::runs) continue;
    Council council{authority.e_code, authority.name, authority.kind, {}};
    std::optional<std::string> reason;
    for (int year = first; year <= last.start && !reason; ++year)
      reason = add_year(by_year.at(year), meets_break, council);
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

}  // namespace commonweal::review
