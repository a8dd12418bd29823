// SPDX-License-Identifier: Apache-2.0
#include "study/dimensions.h"

#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/csv_row.h"
#include "base/files.h"
#include "base/text.h"
#include "random/sobol.h"
#include "study/element_name.h"

namespace commonweal::study {

namespace {

bool is_dimension(double number) {
  return number >= 0 && number < random::sobol_dimensions && number == std::floor(number);
}

}  // namespace

Dimensions read_dimensions(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  Dimensions dimensions;
  const base::SharedSource text = base::read_text(path, diagnostics);
  if (text == nullptr) return dimensions;
  const base::CsvTable table = base::parse_csv(text, {"input", "dimension"}, diagnostics);
  std::set<double> taken;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const base::CsvRow row(table, i, diagnostics);
    const std::string input = row.text("input");
    const double number = row.number("dimension");
    const auto name = parse_element_name(input);
    if (!name && !input.empty()) {
      diagnostics.error("bad-name", row.position("input"), fmt::format("'{}' names no variable", input),
                        "write \"variable\" or \"variable[element]\"");
    }
    if (!is_dimension(number)) {
      diagnostics.error("bad-dimension", row.position("dimension"),
                        fmt::format("{} is no dimension", base::shortest(number)),
                        fmt::format("a whole number from 0 to {}", random::sobol_dimensions - 1));
    }
    if (!name || !is_dimension(number)) continue;
    if (!taken.insert(number).second) {
      diagnostics.error("duplicate-dimension", row.position("dimension"),
                        fmt::format("dimension {} stands there twice", base::shortest(number)),
                        "two inputs that share one would always move together");
    }
    if (!dimensions.emplace(canonical_text(*name), static_cast<std::uint32_t>(number)).second) {
      diagnostics.error("duplicate-dimension", row.position("input"), fmt::format("'{}' stands there twice", input));
    }
  }
  return dimensions;
}

}  // namespace commonweal::study
