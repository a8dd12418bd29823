// SPDX-License-Identifier: Apache-2.0
#include "returns/outturn_year.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string>

#include <fmt/format.h>

namespace commonweal::returns {

namespace {

bool is_digit(char letter) {
  return std::isdigit(static_cast<unsigned char>(letter)) != 0;
}

/// The first financial year in a text: "2012-13", "2012/13", "2012-2013"; nothing if there is none.
std::optional<base::FinancialYear> year_in(std::string_view text) {
  for (std::size_t at = 0; at + 7 <= text.size(); ++at) {
    const bool begins = at == 0 || !is_digit(text[at - 1]);
    if (!begins || text.substr(at, 2) != "20" ||
        !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(at) + 4,
                     is_digit))
      continue;
    if (text[at + 4] != '-' && text[at + 4] != '/' && text[at + 4] != '_') continue;
    const int start = std::stoi(std::string(text.substr(at, 4)));
    std::string end;
    for (std::size_t digit = at + 5; digit < text.size() && is_digit(text[digit]); ++digit) end += text[digit];
    const std::string next = std::to_string(start + 1);
    if (end == next || end == next.substr(2)) return base::FinancialYear{start};
  }
  return std::nullopt;
}

struct Saying {
  base::FinancialYear year;
  base::Position where;
};

/// What the file itself says: cells above the headings, sheets' names.
std::optional<Saying> said_inside(const std::vector<Sheet>& sheets) {
  constexpr std::size_t title_rows = 6;
  for (const Sheet& sheet : sheets) {
    if (const auto year = year_in(sheet.name))
      return Saying{*year, base::Position::file(sheet.path + ", sheet '" + sheet.name + "'")};
    for (std::size_t row = 0; row < std::min(title_rows, sheet.rows.size()); ++row) {
      for (std::size_t column = 0; column < std::min<std::size_t>(5, sheet.rows[row].size()); ++column) {
        if (const auto year = year_in(sheet.text(row, column))) return Saying{*year, sheet.at(row, column)};
      }
    }
  }
  return std::nullopt;
}

bool has_line(const Outturn& outturn, Part part) {
  return std::ranges::any_of(outturn.columns, [&](const OutturnColumn& column) { return column.line->part == part; });
}

/// The lines changed over the years, which tells a return of another year.
void check_lines(const Outturn& outturn, base::FinancialYear year, base::Diagnostics& diagnostics) {
  const auto report = [&](const char* what) {
    diagnostics.error("wrong-year", base::Position::file(outturn.path),
                      fmt::format("this cannot be the return of {}: {}", year.text(), what),
                      "check the file, its name and --year");
  };
  if (year.start >= 2013 && !has_line(outturn, Part::public_health)) {
    report("it has no line for public health, which councils have had since 2013-14");
  }
  if (year.start < 2013 && has_line(outturn, Part::public_health)) {
    report("it has a line for public health, which came to councils in 2013-14");
  }
  if (year.start >= 2011 && !has_line(outturn, Part::adult)) {
    report("it does not part adult from children's social care, as returns have done since 2011-12");
  }
  if (year.start < 2011 && has_line(outturn, Part::adult)) {
    report("it parts adult from children's social care, as returns have done only since 2011-12");
  }
}

}  // namespace

std::optional<base::FinancialYear> year_of(const Outturn& outturn, const std::vector<Sheet>& sheets,
                                           std::optional<base::FinancialYear> asked, base::Diagnostics& diagnostics) {
  const auto inside = said_inside(sheets);
  const std::string file = std::filesystem::path(outturn.path).filename().string();
  const auto by_name = year_in(file);
  const std::optional<base::FinancialYear> said = inside ? std::optional(inside->year) : by_name;
  if (inside && by_name && inside->year.start != by_name->start) {
    diagnostics.error("wrong-year", inside->where,
                      fmt::format("the return says that it is of {}, its file's name that it is of {}",
                                  inside->year.text(), by_name->text()),
                      "rename the file");
    return std::nullopt;
  }
  if (asked && said && asked->start != said->start) {
    diagnostics.error("wrong-year", inside ? inside->where : base::Position::file(outturn.path),
                      fmt::format("this is the return of {}, not of {}", said->text(), asked->text()),
                      "leave out --year, or give the other file");
    return std::nullopt;
  }
  const std::optional<base::FinancialYear> year = asked ? asked : said;
  if (!year) {
    diagnostics.error("year-wanted", base::Position::file(outturn.path), "nothing in the file says which year it is of",
                      "say it: --year 2012-13");
    return std::nullopt;
  }
  check_lines(outturn, *year, diagnostics);
  return year;
}

}  // namespace commonweal::returns
