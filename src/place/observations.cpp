// SPDX-License-Identifier: Apache-2.0
#include "place/observations.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/csv_row.h"
#include "base/names.h"
#include "base/text.h"

namespace commonweal::place {
namespace {

using base::CsvRow;

const std::vector<std::string> columns = {"variable", "element", "year", "value", "unit", "status", "source", "note"};

constexpr std::array<std::pair<std::string_view, Status>, 3> statuses = {
    {{"published", Status::published}, {"derived", Status::derived}, {"assumption", Status::assumption}}};

Observation observation_of(const CsvRow& row) {
  Observation result;
  result.variable = row.text("variable");
  result.element = row.optional_text("element");
  result.year = row.optional_year("year");
  result.value = row.number("value");
  result.unit = row.text("unit");
  result.status = row.choice("status", statuses);
  result.source = row.optional_text("source");
  result.note = row.optional_text("note");
  result.position = row.position();
  return result;
}

/// "'population[women]' of 2012-13"
std::string title(const Observation& observation) {
  std::string result = "'" + observation.variable;
  if (!observation.element.empty()) result += "[" + observation.element + "]";
  result += "'";
  if (observation.year) result += " of " + observation.year->text();
  return result;
}

/// People and households are counted; a count below zero is a slip, whatever else the model would make of it.
void check_count(const Observation& observation, const CsvRow& row, base::Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 5> counted = {"person", "persons", "people", "household", "households"};
  if (observation.value >= 0 || std::find(counted.begin(), counted.end(), observation.unit) == counted.end()) return;
  diagnostics.error(
      "negative-count", row.position("value"),
      fmt::format("{} is below zero: {} {}", title(observation), base::shortest(observation.value), observation.unit),
      "people and households can only be counted from 0");
}

/// Every figure shows where it comes from: a source, a rule or a reason.
void check_origin(const Observation& observation, const CsvRow& row, const std::vector<Source>& sources,
                  base::Diagnostics& diagnostics) {
  const std::string& source = observation.source;
  const bool is_listed = std::any_of(sources.begin(), sources.end(), [&](const Source& s) { return s.id == source; });
  if (!source.empty() && !is_listed) {
    std::vector<std::string> known;
    for (const Source& listed : sources) known.push_back(listed.id);
    diagnostics.error("unknown-source", row.position("source"), fmt::format("place.toml has no source '{}'", source),
                      base::suggestion(source, known, fmt::format("describe it there under [sources.{}]", source)));
  }
  if (row.optional_text("status") != name(observation.status)) return;  // it could not be read, which was reported
  if (source.empty() && observation.status != Status::assumption) {
    diagnostics.error(
        "missing-source", row.position("status"),
        fmt::format("{} is said to be {} but names no source", title(observation), name(observation.status)),
        "name its source, or call it an assumption and give the reason in 'note'");
  }
  if (observation.note.empty() && observation.status == Status::derived) {
    diagnostics.error("missing-rule", row.position("status"),
                      fmt::format("{} is derived, but nothing says how", title(observation)),
                      "give the rule in 'note'");
  }
  if (observation.note.empty() && observation.status == Status::assumption) {
    diagnostics.error("missing-reason", row.position("status"),
                      fmt::format("{} is assumed, but nothing says why", title(observation)),
                      "give the reason in 'note'");
  }
}

/// Finds figures that are given twice.
class Duplicates {
 public:
  void check(const Observation& observation, base::Diagnostics& diagnostics) {
    const auto key = std::make_tuple(base::canonical(observation.variable), base::canonical(observation.element),
                                     observation.year.value_or(base::FinancialYear{-1}));
    const auto [first, is_new] = first_lines_.try_emplace(key, observation.position.line);
    if (is_new) return;
    diagnostics.error("duplicate-figure", observation.position, fmt::format("{} is given twice", title(observation)),
                      fmt::format("the first stands in line {}", first->second));
  }

 private:
  std::map<std::tuple<std::string, std::string, base::FinancialYear>, std::uint32_t> first_lines_;
};

}  // namespace

std::string_view name(Status status) {
  return base::word_of(status, statuses);
}

std::vector<Observation> read_observations(base::SharedSource text, const std::vector<Source>& sources,
                                           base::Diagnostics& diagnostics) {
  const base::CsvTable table = base::parse_csv(std::move(text), columns, diagnostics);
  std::vector<Observation> observations;
  Duplicates duplicates;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const CsvRow row(table, i, diagnostics);
    Observation observation = observation_of(row);
    check_count(observation, row, diagnostics);
    check_origin(observation, row, sources, diagnostics);
    duplicates.check(observation, diagnostics);
    observations.push_back(std::move(observation));
  }
  return observations;
}

}  // namespace commonweal::place
