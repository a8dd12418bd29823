// SPDX-License-Identifier: Apache-2.0
// Any bytes as a table: no crash, whole rows, and complaints that can be shown.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "base/csv_row.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace base = commonweal::base;
  const std::string text = "a,b,c\n" + std::string(reinterpret_cast<const char*>(data), size);
  base::Diagnostics diagnostics;
  const base::CsvTable table =
      base::parse_csv(std::make_shared<const base::SourceText>("t.csv", text), {"c", "a", "b"}, diagnostics);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.rows[i].size() != 3) std::abort();
    const base::CsvRow row(table, i, diagnostics);
    row.number("a");
    row.optional_year("b");
    row.text("c");
  }
  if (base::first_fault_of_utf8(diagnostics.render()) && !base::first_fault_of_utf8(text)) std::abort();
  return 0;
}
