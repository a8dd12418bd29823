// SPDX-License-Identifier: Apache-2.0
#include "study/pilot.h"

#include <vector>

#include <fmt/format.h>

#include "base/sha256.h"
#include "base/text.h"
#include "evidence/grade.h"
#include "study/element_name.h"

namespace commonweal::study {
namespace {

/// A number above 0, or at least 0 where `may_be_nothing`.
double amount(base::TomlTable& table, std::string_view key, bool may_be_nothing, base::Diagnostics& diagnostics) {
  const auto read = table.number(key);
  if (!read) return 0;
  if (read->number < 0 || (read->number == 0 && !may_be_nothing)) {
    diagnostics.error("not-positive", read->position,
                      fmt::format("'{}' cannot be {}", key, base::shortest(read->number)),
                      may_be_nothing ? "0 or more" : "above 0");
  }
  return read->number;
}

Threshold read_threshold(base::TomlTable& pilot, std::string_view key, base::Diagnostics& diagnostics) {
  Threshold threshold;
  const base::TomlValue* value = pilot.table(key);
  if (value == nullptr) return threshold;
  base::TomlTable table(*value, fmt::format("[pilot.{}]", key), diagnostics);
  const auto above = table.optional_number("above"), below = table.optional_number("below");
  table.finish();
  if (above.has_value() == below.has_value()) {
    diagnostics.error("one-side", table.position(), fmt::format("a {} rule has one limit", key),
                      "say on which side of it the result must lie: above = 0.02, or below = 0.02");
    return threshold;
  }
  return {above.has_value(), above ? above->number : below->number};
}

/// Reports rules of which one result could meet both.
void check_apart(const Pilot& pilot, const base::Position& position, base::Diagnostics& diagnostics) {
  const Threshold &stop = pilot.stop, &scale = pilot.scale;
  const bool overlap = scale.above ? scale.value < stop.value : stop.value < scale.value;
  if (stop.above != scale.above && !overlap) return;
  diagnostics.error("rules-contradict", position, "one result could meet the rule to stop and the rule to scale",
                    "let them look to opposite sides: stop below 0.01, scale above 0.02");
}

/// White space does not count: a rule is the same however its lines are broken.
std::string on_one_line(std::string_view words) {
  std::string line;
  for (const char letter : base::trimmed(words)) {
    const bool is_blank = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
    if (!is_blank) {
      line += letter;
    } else if (!line.ends_with(' ')) {
      line += ' ';
    }
  }
  return line;
}

std::string text_of(const Threshold& threshold) {
  return fmt::format("all of the result's range (8 of 10) lies {} {}", threshold.above ? "above" : "below",
                     base::shortest(threshold.value));
}

}  // namespace

void check_grade(const base::PlacedText& grade, base::Diagnostics& diagnostics) {
  if (grade.text.empty() || evidence::find_grade(grade.text) != nullptr) return;
  std::vector<std::string> words;
  for (const evidence::Grade& one : evidence::grades()) words.emplace_back(one.word);
  diagnostics.error("unknown-grade", grade.position, fmt::format("'{}' is no grade of evidence", grade.text),
                    base::suggestion(grade.text, words, "they are: " + base::joined(words, ", ")));
}

std::optional<Pilot> read_pilot(base::TomlTable& policy, base::Diagnostics& diagnostics) {
  const base::TomlValue* value = policy.optional_table("pilot");
  if (value == nullptr) return std::nullopt;
  const std::size_t errors_before = diagnostics.error_count();
  base::TomlTable table(*value, "[pilot]", diagnostics);
  Pilot pilot;
  pilot.position = value->position;
  pilot.hypothesis = table.text("hypothesis").text;
  pilot.constant = table.text("constant");
  pilot.measured = table.text("measured").text;
  pilot.comparison = table.text("comparison").text;
  pilot.people = amount(table, "people", false, diagnostics);
  pilot.years = amount(table, "years", false, diagnostics);
  pilot.cost = amount(table, "cost", true, diagnostics);
  pilot.standard_error = amount(table, "standard_error", false, diagnostics);
  const base::PlacedText grade = table.text("grade");
  check_grade(grade, diagnostics);
  pilot.grade = grade.text;
  pilot.stop = read_threshold(table, "stop", diagnostics);
  pilot.scale = read_threshold(table, "scale", diagnostics);
  table.finish();
  if (diagnostics.error_count() == errors_before) check_apart(pilot, value->position, diagnostics);
  return diagnostics.error_count() == errors_before ? std::optional(pilot) : std::nullopt;
}

std::string rules_text(const std::string& policy, const Pilot& pilot) {
  const auto constant = parse_element_name(pilot.constant.text);
  return fmt::format(
      "policy: {}\nhypothesis: {}\nconstant: {}\nmeasured: {}\ncomparison: {}\npeople: {}\nyears: {}\n"
      "cost: {} GBP million\nstandard error: {}\ngrade: {}\nstop if: {}\nscale if: {}\n",
      policy, on_one_line(pilot.hypothesis), constant ? canonical_text(*constant) : pilot.constant.text,
      on_one_line(pilot.measured), on_one_line(pilot.comparison), base::shortest(pilot.people),
      base::shortest(pilot.years), base::shortest(pilot.cost), base::shortest(pilot.standard_error), pilot.grade,
      text_of(pilot.stop), text_of(pilot.scale));
}

std::string rules_hash(const std::string& policy, const Pilot& pilot) {
  return base::sha256(rules_text(policy, pilot));
}

}  // namespace commonweal::study
