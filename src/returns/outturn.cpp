// SPDX-License-Identifier: Apache-2.0
#include "returns/outturn.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "base/spreadsheet.h"
#include "base/text.h"
#include "returns/outturn_year.h"

namespace commonweal::returns {

namespace {

constexpr std::size_t rows_searched = 30;   ///< headings stand near the top
constexpr std::size_t fewest_headings = 3;  ///< so many lines of the summary make a row one of headings

/// Where in a sheet the summary stands.
struct Heading {
  std::size_t row = 0;
  std::vector<std::pair<std::size_t, const Line*>> columns;  ///< column, line
};

Heading headings_in(const Sheet& sheet, std::size_t row) {
  Heading heading{row, {}};
  for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
    if (const Line* line = line_of(sheet.text(row, column))) heading.columns.emplace_back(column, line);
  }
  return heading;
}

/// The row with most headings of the summary; nothing if none has enough.
std::optional<Heading> find_heading(const Sheet& sheet) {
  Heading best;
  for (std::size_t row = 0; row < std::min(rows_searched, sheet.rows.size()); ++row) {
    Heading heading = headings_in(sheet, row);
    if (heading.columns.size() > best.columns.size()) best = std::move(heading);
  }
  return best.columns.size() >= fewest_headings ? std::optional(best) : std::nullopt;
}

/// "E5031" or "E09000003": an E and so many digits.
bool is_code(std::string_view text, std::size_t digits) {
  return text.size() == digits + 1 && text[0] == 'E' &&
         std::all_of(text.begin() + 1, text.end(), [](unsigned char digit) { return std::isdigit(digit) != 0; });
}

std::string_view kind_in_words(std::string_view kind) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kinds = {
      {{"L", "London borough"},
       {"MD", "metropolitan district"},
       {"UA", "unitary authority"},
       {"SC", "county"},
       {"SD", "shire district"},
       {"O", "other authority"}}};
  for (const auto& [letters, words] : kinds) {
    if (letters == kind) return words;
  }
  return "";
}

/// Who a row is about, from the cells before its first figure; a row without a name is about nobody.
Authority authority_in(const Sheet& sheet, std::size_t row, std::size_t first_figure) {
  Authority authority;
  for (std::size_t column = 0; column < first_figure; ++column) {
    const std::string text = sheet.text(row, column);
    if (text.empty() || base::parse_number(text)) continue;
    if (is_code(text, 4)) {
      authority.e_code = text;
    } else if (is_code(text, 8)) {
      authority.gss_code = text;
    } else if (!kind_in_words(text).empty()) {
      authority.kind = kind_in_words(text);
    } else if (authority.name.empty()) {
      authority.name = text;
    }
  }
  if (base::lower(authority.name) == "england") authority.kind = "nation";
  return authority;
}

/// Gathers the columns of several sheets, each of which may have a part of the ladder.
class Gatherer {
 public:
  Gatherer(Outturn& outturn, base::Diagnostics& diagnostics) : outturn_(outturn), diagnostics_(diagnostics) {}

  void add(const Sheet& sheet, const Heading& heading) {
    const std::size_t before = outturn_.columns.size();
    std::vector<std::size_t> places;  // columns of the sheet that are new
    // What stands in reserves is told twice under the same headings: of 1 April, and on a later sheet of 31 March.
    const bool has_levels = std::ranges::any_of(
        outturn_.columns, [](const OutturnColumn& column) { return column.line->kind == LineKind::level; });
    for (const auto& [column, line] : heading.columns) {
      if (line->kind == LineKind::level && has_levels) continue;
      if (!is_wanted(*line)) continue;
      outturn_.columns.push_back({line, sheet.text(heading.row, column)});
      places.push_back(column);
    }
    if (places.empty()) return;
    const std::size_t first_figure = heading.columns.front().first;
    for (std::size_t row = heading.row + 1; row < sheet.rows.size(); ++row) {
      Authority found = authority_in(sheet, row, first_figure);
      if (found.name.empty()) continue;
      Authority* authority = find_or_add(found, sheet, row, before);
      if (authority == nullptr) continue;
      for (const std::size_t column : places) read_cell(sheet, row, column, *authority);
    }
    for (Authority& authority : outturn_.authorities) pad(authority);
  }

 private:
  /// The ladder ends with the council tax requirement; of what follows only the reserves are wanted. Totals may be
  /// repeated at the head of the next sheet.
  bool is_wanted(const Line& line) const {
    bool ladder_is_over = false, is_repeated = false;
    for (const OutturnColumn& column : outturn_.columns) {
      ladder_is_over |= column.line->part == Part::council_tax;
      is_repeated |= column.line == &line && line.kind == LineKind::total;
    }
    if (line.kind == LineKind::level) return ladder_is_over;
    return !ladder_is_over && !is_repeated;
  }

  Authority* find_or_add(const Authority& found, const Sheet& sheet, std::size_t row, std::size_t columns_before) {
    const std::string key = found.e_code.empty() ? base::lower(found.name) : found.e_code;
    const auto [place, is_new] = rows_.emplace(key, outturn_.authorities.size());
    if (is_new) {
      outturn_.authorities.push_back(found);
      pad_to(outturn_.authorities.back(), columns_before);
      return &outturn_.authorities.back();
    }
    Authority& authority = outturn_.authorities[place->second];
    if (authority.amounts.size() > columns_before) {
      diagnostics_.error("duplicate-authority", sheet.at(row, 0), fmt::format("'{}' stands in two rows", found.name),
                         "a return has one row for each authority");
      return nullptr;
    }
    return &authority;
  }

  void read_cell(const Sheet& sheet, std::size_t row, std::size_t column, Authority& authority) {
    const std::string text = sheet.text(row, column);
    double amount = std::numeric_limits<double>::quiet_NaN();
    if (const auto number = base::parse_number(text)) {
      amount = *number;
    } else if (!text.empty() && text != "-" && text != ".." && text != ":") {
      diagnostics_.error("bad-number", sheet.at(row, column),
                         fmt::format("'{}' is not an amount ({}, {})", text, authority.name,
                                     outturn_.columns[authority.amounts.size()].heading));
    }
    authority.amounts.push_back(amount);
    authority.cells.push_back(sheet.name.empty()
                                  ? fmt::format("{}{}", base::column_name(column), row + 1)
                                  : fmt::format("sheet '{}', {}{}", sheet.name, base::column_name(column), row + 1));
  }

  static void pad_to(Authority& authority, std::size_t columns) {
    authority.amounts.resize(columns, std::numeric_limits<double>::quiet_NaN());
    authority.cells.resize(columns);
  }
  void pad(Authority& authority) const { pad_to(authority, outturn_.columns.size()); }

  Outturn& outturn_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, std::size_t> rows_;
};

/// Says which lines without which there is no account are missing.
void check_ladder(const Outturn& outturn, base::Diagnostics& diagnostics) {
  std::vector<std::string> missing;
  for (const std::string_view needed :
       {"highways and transport services", "total service expenditure", "net current expenditure",
        "revenue expenditure", "net revenue expenditure", "council tax requirement"}) {
    const bool is_there =
        std::ranges::any_of(outturn.columns, [&](const OutturnColumn& column) { return column.line->name == needed; });
    if (!is_there) missing.push_back(fmt::format("'{}'", needed));
  }
  if (missing.empty()) return;
  diagnostics.error(
      "no-outturn", base::Position::file(outturn.path),
      fmt::format("no column is headed {}", base::joined(missing, ", ")),
      "the file must hold the whole revenue outturn summary (RS), from services to the council tax requirement");
}

}  // namespace

std::optional<Outturn> find_outturn(const std::vector<Sheet>& sheets, std::optional<base::FinancialYear> asked,
                                    base::Diagnostics& diagnostics) {
  base::Diagnostics faults;
  Outturn outturn;
  outturn.path = sheets.empty() ? "" : sheets.front().path;
  Gatherer gatherer(outturn, faults);
  for (const Sheet& sheet : sheets) {
    if (const auto heading = find_heading(sheet)) gatherer.add(sheet, *heading);
  }
  check_ladder(outturn, faults);
  if (!faults.has_errors()) {
    const auto year = year_of(outturn, sheets, asked, faults);
    if (year) outturn.year = *year;
  }
  diagnostics.add(faults);
  return faults.has_errors() ? std::nullopt : std::optional(std::move(outturn));
}

const Authority* find_authority(const Outturn& outturn, const std::string& asked, base::Diagnostics& diagnostics) {
  const std::string wanted = base::lower(asked);
  std::vector<std::string> known;
  for (const Authority& authority : outturn.authorities) {
    for (const std::string* name : {&authority.e_code, &authority.gss_code, &authority.name}) {
      if (name->empty()) continue;
      if (base::lower(*name) == wanted) return &authority;
      known.push_back(*name);
    }
  }
  diagnostics.error(
      "unknown-authority", base::Position::file(outturn.path), fmt::format("no row is about '{}'", asked),
      base::suggestion(asked, known,
                       "name it by its E-code (E5031), its ONS code (E09000003) or its name in the return"));
  return nullptr;
}

}  // namespace commonweal::returns
