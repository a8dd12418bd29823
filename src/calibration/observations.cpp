// SPDX-License-Identifier: Apache-2.0
#include "calibration/observations.h"

#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/csv_row.h"
#include "base/files.h"
#include "base/text.h"

namespace commonweal::calibration {

namespace {

using base::CsvRow;

const std::vector<std::string> columns = {"id",   "series", "variable",    "element", "year", "value",
                                          "unit", "error",  "discrepancy", "source",  "note"};

/// One that cannot be read has been reported.
void check_errors(const Observation& observation, const CsvRow& row, base::Diagnostics& diagnostics) {
  if (observation.error <= 0 && !row.optional_text("error").empty()) {
    diagnostics.error("bad-error", row.position("error"),
                      fmt::format("the error of '{}' cannot be {}", observation.id, base::shortest(observation.error)),
                      "no measurement is exact: give its standard error, above 0");
  }
  if (observation.discrepancy < 0) {
    diagnostics.error(
        "bad-error", row.position("discrepancy"),
        fmt::format("the discrepancy of '{}' cannot be {}", observation.id, base::shortest(observation.discrepancy)),
        "it is a standard deviation, 0 or more");
  }
}

Observation observation_of(const CsvRow& row) {
  Observation observation;
  observation.id = row.text("id");
  observation.series = row.text("series");
  observation.variable = row.text("variable");
  observation.element = row.optional_text("element");
  if (!row.text("year").empty()) observation.year = row.optional_year("year").value_or(observation.year);
  observation.value = row.number("value");
  observation.unit = row.text("unit");
  observation.error = row.number("error");
  observation.discrepancy = row.optional_number("discrepancy").value_or(0);
  observation.source = row.text("source");
  observation.note = row.optional_text("note");
  observation.position = row.position();
  return observation;
}

}  // namespace

std::vector<Observation> read_observations(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  std::vector<Observation> observations;
  const base::SharedSource text = base::read_text(path, diagnostics);
  if (text == nullptr) return observations;
  const base::CsvTable table = base::parse_csv(text, columns, diagnostics);
  std::map<std::string, std::uint32_t> first_lines;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const CsvRow row(table, i, diagnostics);
    Observation observation = observation_of(row);
    check_errors(observation, row, diagnostics);
    const auto [first, is_new] = first_lines.try_emplace(observation.id, observation.position.line);
    if (!is_new && !observation.id.empty()) {
      diagnostics.error("duplicate-id", row.position("id"), fmt::format("the id '{}' has two rows", observation.id),
                        fmt::format("the first stands in line {}", first->second));
    }
    observations.push_back(std::move(observation));
  }
  return observations;
}

}  // namespace commonweal::calibration
