// SPDX-License-Identifier: Apache-2.0
#include "report/table.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::report {
namespace {

/// Words longer than this get room to themselves, lest they run down a column one by one.
constexpr std::size_t long_words = 24;

Markup cell_markup(const Cell& cell, const Table::Column& column, bool names_row,
                   const std::vector<analysis::SourceNote>& sources) {
  const std::string text = cell_text(cell, column);
  const bool is_source = column.kind == Table::Kind::source;
  const Markup content = is_source ? citations(text, sources) : Markup(text);
  const bool is_figure = std::holds_alternative<double>(cell) || text == unknown_sign;
  if (names_row) return element("th", {{"scope", "row"}}, content);
  if (is_figure) return element("td", {{"class", "figure"}}, content);
  if (base::character_count(text) > long_words) return element("td", {{"class", "long"}}, content);
  return element("td", content);
}

}  // namespace

std::string cell_text(const Cell& cell, const Table::Column& column) {
  if (const std::string* words = std::get_if<std::string>(&cell)) return *words;
  const double value = std::get<double>(cell);
  if (!std::isfinite(value)) return std::string(unknown_sign);
  if (column.digits != Table::as_published) return base::grouped(value, column.digits);
  std::string text = base::grouped(value, 3);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

bool has_unknown(const Table& table) {
  const auto unknown = [](const Cell& cell) {
    const double* value = std::get_if<double>(&cell);
    return value != nullptr && !std::isfinite(*value);
  };
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [&](const auto& row) { return std::any_of(row.begin(), row.end(), unknown); });
}

Markup table_markup(const Table& table, const std::vector<analysis::SourceNote>& sources) {
  Markup head;
  for (const Table::Column& column : table.columns) {
    const bool is_figure = column.kind == Table::Kind::figure;
    head += is_figure ? element("th", {{"scope", "col"}, {"class", "figure"}}, column.header)
                      : element("th", {{"scope", "col"}}, column.header);
  }
  Markup body;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    Markup cells;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      cells += cell_markup(table.rows[row][column], table.columns[column], column == 0, sources);
    }
    const bool marked = std::find(table.marked.begin(), table.marked.end(), row) != table.marked.end();
    body += (marked ? element("tr", {{"class", "marked"}}, cells) : element("tr", cells)) + "\n";
  }
  const Markup whole = element(
      "table", element("caption", table.title) + element("thead", element("tr", head)) + element("tbody", body));
  Markup region =
      element("div", {{"class", "scroll"}, {"role", "region"}, {"aria-label", table.title}, {"tabindex", "0"}}, whole);
  if (has_unknown(table))
    region += element("p", {{"class", "small"}}, fmt::format("{} not known or not published", unknown_sign));
  return region;
}

Markup citations(const std::vector<int>& numbers) {
  Markup links;
  for (const int number : numbers) {
    if (!links.empty()) links += " ";
    links += element("a",
                     {{"class", "cite"},
                      {"href", fmt::format("#source-{}", number)},
                      {"aria-label", fmt::format("source {}", number)}},
                     fmt::format("[{}]", number));
  }
  return links;
}

Markup citations(const std::string& text, const std::vector<analysis::SourceNote>& sources) {
  Markup links;
  for (const std::string_view part : base::split(text, ';')) {
    const std::string_view id = base::trimmed(part);
    const auto source =
        std::find_if(sources.begin(), sources.end(), [&](const auto& one) { return one.id == id || one.title == id; });
    if (!links.empty()) links += source == sources.end() ? "; " : " ";
    links += source == sources.end() ? Markup(id) : citations(std::vector<int>{source->number});
  }
  return links;
}

}  // namespace commonweal::report
