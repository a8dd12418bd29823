// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"

namespace commonweal::base {

/// A table read from RFC 4180 text (UTF-8, with or without byte-order mark), with positions for diagnostics.
struct CsvTable {
  struct Cell {
    std::string text;
    Span span;
  };
  SharedSource source;
  std::vector<std::string> header;
  std::vector<Cell> header_cells;       ///< where each name of the header stands, if it is the table's own
  std::vector<std::vector<Cell>> rows;  ///< each as long as `header`

  Position at(const Cell& cell) const { return source->at(cell.span); }
};

/// Reads `source`. The header must be exactly `columns`, in any order; rows come back in the order of `columns`.
/// Faults (unknown or missing column, ragged row, unclosed quote) go to `diagnostics`; bad rows are left out.
CsvTable parse_csv(SharedSource source, const std::vector<std::string>& columns, Diagnostics& diagnostics);

/// Reads a table whose header is its own affair: any columns, in the order written. `header_hint` tells the author of
/// an empty table what its first line should be.
CsvTable parse_csv_of_any_columns(SharedSource source, const std::string& header_hint, Diagnostics& diagnostics);

/// One field as RFC 4180 wants it: quoted when it holds a comma, quote or line break.
std::string csv_field(std::string_view text);

/// One line with its end (\r\n as RFC 4180 says).
std::string csv_line(const std::vector<std::string>& fields);

}  // namespace commonweal::base
