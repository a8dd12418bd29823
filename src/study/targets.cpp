// SPDX-License-Identifier: Apache-2.0
#include "study/targets.h"

#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/csv_row.h"
#include "base/files.h"
#include "base/text.h"

namespace commonweal::study {
namespace {

using base::CsvRow;

const std::vector<std::string> columns = {"id",   "what",      "scenario",  "variable", "element",   "measure",
                                          "year", "until",     "threshold", "scale",    "published", "unit",
                                          "role", "tolerance", "source",    "note"};

constexpr std::array<std::pair<std::string_view, Role>, 5> roles = {{{"fitted", Role::fitted},
                                                                     {"predicted", Role::predicted},
                                                                     {"consistent", Role::consistent},
                                                                     {"given", Role::given},
                                                                     {"base", Role::base}}};

constexpr std::array<std::pair<std::string_view, Measure>, 5> measures = {
    {{"value", Measure::value},
     {"yearly_change", Measure::yearly_change},
     {"relative_change", Measure::relative_change},
     {"crossing", Measure::crossing},
     {"context", Measure::context}}};

/// What a measure is computed from, besides the variable.
struct Needs {
  bool year, until, threshold;
};

Needs needs_of(Measure measure) {
  switch (measure) {
    case Measure::value:
    case Measure::context: return {true, false, false};
    case Measure::yearly_change:
    case Measure::relative_change: return {true, true, false};
    case Measure::crossing: return {false, false, true};
  }
  return {};
}

Target target_of(const CsvRow& row) {
  Target target;
  target.id = row.text("id");
  target.what = row.text("what");
  target.scenario = row.text("scenario");
  target.variable = row.text("variable");
  target.element = row.optional_text("element");
  target.measure = row.choice("measure", measures);
  target.year = row.optional_year("year");
  target.until = row.optional_year("until");
  target.threshold = row.optional_number("threshold");
  target.scale = row.optional_number("scale").value_or(1);
  target.published = row.number("published");
  target.unit = row.text("unit");
  target.role = row.choice("role", roles);
  target.tolerance = row.optional_number("tolerance");
  target.source = row.text("source");
  target.note = row.optional_text("note");
  target.position = row.position();
  return target;
}

/// A cell that the measure needs must be filled, one that it does not use must not seem to say something.
void check_need(std::string_view column, bool is_needed, const Target& target, const CsvRow& row,
                base::Diagnostics& diagnostics) {
  const bool is_filled = !row.optional_text(column).empty();
  if (is_needed == is_filled) return;
  if (is_needed) {
    diagnostics.error("incomplete-target", row.position(column),
                      fmt::format("the measure '{}' of '{}' needs '{}'", name(target.measure), target.id, column));
  } else {
    diagnostics.error(
        "unused-cell", row.position(column),
        fmt::format("the measure '{}' of '{}' has no use for '{}'", name(target.measure), target.id, column),
        "leave it empty, or choose another measure");
  }
}

void check(const Target& target, const CsvRow& row, base::Diagnostics& diagnostics) {
  if (row.optional_text("measure") != name(target.measure)) return;  // it could not be read, which was reported
  const Needs needs = needs_of(target.measure);
  check_need("year", needs.year, target, row, diagnostics);
  check_need("until", needs.until, target, row, diagnostics);
  check_need("threshold", needs.threshold, target, row, diagnostics);
  if (target.year && target.until && *target.until <= *target.year) {
    diagnostics.error("bad-years", row.position("until"),
                      fmt::format("'until' must come after 'year', but {} does not come after {}", target.until->text(),
                                  target.year->text()));
  }
  if (target.tolerance.value_or(0) < 0) {
    diagnostics.error(
        "negative-tolerance", row.position("tolerance"),
        fmt::format("the tolerance of '{}' is below zero: {}", target.id, base::shortest(*target.tolerance)),
        "it says how far the model may be off, in either direction");
  }
}

}  // namespace

std::string_view name(Role role) {
  return base::word_of(role, roles);
}

std::string_view name(Measure measure) {
  return base::word_of(measure, measures);
}

std::vector<Target> read_targets(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  std::vector<Target> targets;
  const base::SharedSource text = base::read_text(path, diagnostics);
  if (text == nullptr) return targets;
  const base::CsvTable table = base::parse_csv(text, columns, diagnostics);

  std::map<std::string, std::uint32_t> first_lines;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const CsvRow row(table, i, diagnostics);
    Target target = target_of(row);
    check(target, row, diagnostics);
    const auto [first, is_new] = first_lines.try_emplace(target.id, target.position.line);
    if (!is_new && !target.id.empty()) {
      diagnostics.error("duplicate-id", row.position("id"), fmt::format("the id '{}' has two rows", target.id),
                        fmt::format("the first stands in line {}", first->second));
    }
    targets.push_back(std::move(target));
  }
  return targets;
}

}  // namespace commonweal::study
