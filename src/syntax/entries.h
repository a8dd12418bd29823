// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"

namespace commonweal::syntax {

/// One entry of a model's text, cut but not read: `equation ~ units ~ documentation ~ :SUPPLEMENTARY |`.
/// Spans are without the blanks around them.
struct Entry {
  base::Span equation;
  base::Span units;
  base::Span documentation;
  bool supplementary = false;
  std::string group;               ///< the name in the banner of stars before it; empty before the first
  base::Span group_documentation;  ///< of that banner
  base::Span whole;                ///< from the name to the last character before '|'
};

/// Cuts a model's text into entries, as far as the sketch. Faults of the cut itself go to `diagnostics` (a missing '|'
/// or '~', a comment without end, a macro); entries behind them are found all the same.
std::vector<Entry> cut_entries(const base::SourceText& source, base::Diagnostics& diagnostics);

/// The part of a model's text that holds equations: what stands before the sketch.
std::string_view equations_part(std::string_view text);

}  // namespace commonweal::syntax
