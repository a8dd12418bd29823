// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analysis/findings.h"
#include "report/markup.h"

namespace commonweal::report {

/// A figure that is not known, and what is written in its place: the sign that government statistics use.
inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
inline constexpr std::string_view unknown_sign = "[x]";

/// Words or a figure. NaN is an unknown figure.
using Cell = std::variant<std::string, double>;

/// A table with named columns. The page and the workbook show the same ones. The first cell of a row names the row.
struct Table {
  enum class Kind {
    words,
    figure,
    source,  ///< ids of sources, separated by "; ": the page turns them into links
  };
  static constexpr int as_published = -1;  ///< up to three digits after the point, no more than the figure has
  struct Column {
    std::string header;  ///< with the unit: "Council tax (£ million)"
    Kind kind = Kind::words;
    int digits = 1;  ///< after the decimal point
  };
  std::string name;   ///< short, for a sheet's tab
  std::string title;  ///< what it shows, where and when
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::size_t> marked;  ///< rows that must not be overlooked
};

/// A cell as words: a figure with the digits of its column, `unknown_sign` for NaN.
std::string cell_text(const Cell& cell, const Table::Column& column);

/// Whether any figure of the table is unknown, so that the sign must be explained.
bool has_unknown(const Table& table);

/// The table as HTML: caption, scopes, figures aligned at the right, in a region that scrolls sideways by itself.
Markup table_markup(const Table& table, const std::vector<analysis::SourceNote>& sources);

/// Links "[3]" for sources by number.
Markup citations(const std::vector<int>& numbers);

/// Links for the ids in `text` ("; " between them) that are in `sources`; other parts as words.
Markup citations(const std::string& text, const std::vector<analysis::SourceNote>& sources);

}  // namespace commonweal::report
