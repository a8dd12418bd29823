// SPDX-License-Identifier: Apache-2.0
#include "experiments/record.h"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/csv.h"
#include "base/text.h"
#include "random/distribution.h"
#include "random/normal.h"
#include "study/element_name.h"

namespace commonweal::experiments {
namespace {

/// So many digits of a hash tell results apart in a note.
constexpr std::size_t digits_of_hash = 12;

/// In how many equal parts of chance a number is cut to find its mean.
constexpr int parts_of_chance = 2000;

const study::Policy* pilot_of(const study::Study& study, const Result& result, base::Diagnostics& diagnostics) {
  const auto found = std::ranges::find(study.policies, result.policy.text, &study::Policy::id);
  if (found == study.policies.end()) {
    std::vector<std::string> pilots;
    for (const study::Policy& policy : study.policies) {
      if (policy.pilot) pilots.push_back(policy.id);
    }
    diagnostics.error("unknown-policy", result.policy.position,
                      fmt::format("the library has no policy '{}'", result.policy.text),
                      base::suggestion(result.policy.text, pilots, "its pilots are: " + base::joined(pilots, ", ")));
    return nullptr;
  }
  if (!found->pilot) {
    diagnostics.error("no-pilot", result.policy.position, fmt::format("policy '{}' is no pilot", found->id),
                      "no rule was fixed under which a result of it could be taken");
    return nullptr;
  }
  const std::string rules = study::rules_hash(found->id, *found->pilot);
  if (result.rules.text != rules) {
    diagnostics.error("other-rules", result.rules.position,
                      "the result was made under other rules than the policy now has: they were changed since",
                      fmt::format("put the rules back as they were fixed; now they are {}", rules));
    return nullptr;
  }
  return &*found;
}

double mean_of(const Belief& belief) {
  double sum = 0;
  for (int i = 0; i < parts_of_chance; ++i) {
    const double chance = (i + 0.5) / parts_of_chance;
    sum += value_at(belief.scale, belief.mean + belief.deviation * random::normal_quantile(chance));
  }
  return sum / parts_of_chance;
}

/// Six digits: finer than any trial.
double rounded(double value) {
  return *base::parse_number(fmt::format("{:.6g}", value));
}

Belief seen_of(const Result& result, Scale scale) {
  if (result.standard_error) return belief_of(scale, result.effect.number, *result.standard_error);
  constexpr double ends = 0.975;  // of a range of 95 of 100
  const double width = position(scale, *result.high) - position(scale, *result.low);
  return {scale, position(scale, result.effect.number), width / 2 / random::normal_quantile(ends)};
}

bool check_scale(const Result& result, const Prospect& prospect, base::Diagnostics& diagnostics) {
  const Scale scale = prospect.before.scale;
  const bool ends_lie_on_it = !result.low || (has(scale, *result.low) && has(scale, *result.high));
  if (has(scale, result.effect.number) && ends_lie_on_it) return true;
  diagnostics.error(
      "effect-outside-scale", result.effect.position,
      fmt::format("no '{}' can be so: it is taken {}", prospect.policy->pilot->constant.text, in_words(scale)),
      fmt::format("the effect and its range, in the unit of the constant ({}): above 0{}", prospect.entry->unit,
                  scale == Scale::log_odds ? ", below 1" : ""));
  return false;
}

std::string exactness_of(const Result& result) {
  if (result.standard_error) return fmt::format("standard error {}", base::shortest(*result.standard_error));
  return fmt::format("95 of 100 from {} to {}", base::shortest(*result.low), base::shortest(*result.high));
}

std::string glued(const std::string& first, std::string_view separator, const std::string& second) {
  return first.empty() ? second : first + std::string(separator) + second;
}

std::string range_of(const evidence::Entry& entry) {
  return fmt::format("{} ({} to {}, {}, {})", base::shortest(entry.central), base::shortest(*entry.low),
                     base::shortest(*entry.high), entry.distribution, entry.grade);
}

/// What was known and what was seen, in the note: nothing that stood there is lost.
std::string note_of(const Record& record) {
  const Result& result = record.result;
  const std::string before = fmt::format("Before the trial {}", range_of(*record.prospect.entry));
  const std::string trial =
      fmt::format("trial of {} from {} to {} with {} people: {}, {}; assured by {}; rules {}, result {}",
                  record.prospect.policy->id, result.first, result.last, base::grouped(result.people, 0),
                  base::shortest(result.effect.number), exactness_of(result), result.assured_by,
                  result.rules.text.substr(0, digits_of_hash), result.hash.substr(0, digits_of_hash));
  const std::string how =
      fmt::format("put together {}, each weighing as one over its variance", in_words(record.after.scale));
  return glued(record.prospect.entry->note, "; ", before + "; " + trial + "; " + how);
}

/// The row with the result in it. Its grade is that of what weighs more.
evidence::Entry row_of(const Record& record) {
  static const std::map<Scale, std::string> distributions = {
      {Scale::plain, "normal"}, {Scale::logarithm, "lognormal"}, {Scale::log_odds, "beta"}};
  const Belief& after = record.after;
  evidence::Entry row = *record.prospect.entry;
  if (record.is_new) {
    row.id += "-" + record.prospect.policy->id;
    row.element = study::parse_element_name(record.prospect.policy->pilot->constant.text)->element;
  }
  row.central = rounded(after.scale == Scale::log_odds ? mean_of(after) : after.centre());
  row.low = rounded(after.low());
  row.high = rounded(after.high());
  row.distribution = distributions.at(after.scale);
  if (record.seen.deviation < record.prospect.before.deviation) row.grade = record.prospect.policy->pilot->grade;
  row.status = evidence::Status::sourced;
  row.source = glued(row.source, "; ", record.result.source);
  if (!record.result.url.empty()) row.url = record.result.url;
  row.note = note_of(record);
  return row;
}

}  // namespace

std::optional<Record> record(const study::Study& study, const evidence::Register& evidence, const Result& result,
                             base::Diagnostics& diagnostics) {
  const study::Policy* policy = pilot_of(study, result, diagnostics);
  if (policy == nullptr) return std::nullopt;
  if (!evidence.is_read()) {
    diagnostics.error("no-register", base::Position::file(study.path.string()),
                      "the study names no register that a result could be entered into",
                      "name it at the head of the study: evidence = \"../evidence/register.csv\"");
    return std::nullopt;
  }
  const auto prospect = prospect_of(*policy, evidence, diagnostics);
  if (!prospect || !check_scale(result, *prospect, diagnostics)) return std::nullopt;
  if (prospect->entry->note.find(result.hash.substr(0, digits_of_hash)) != std::string::npos) {
    diagnostics.error("already-recorded", result.position,
                      fmt::format("the row '{}' holds this result already", prospect->entry->id),
                      "a result counts once");
    return std::nullopt;
  }
  Record record{*prospect, result, {}, {}, Verdict::neither, false, {}};
  record.seen = seen_of(result, prospect->before.scale);
  record.after = combined(prospect->before, record.seen);
  record.verdict = verdict_of(*policy->pilot, record.seen);
  record.is_new =
      prospect->entry->element.empty() && !study::parse_element_name(policy->pilot->constant.text)->element.empty();
  record.row = row_of(record);
  const bool can_be_drawn =
      random::make_distribution(record.row.distribution, {record.row.low, record.row.central, record.row.high},
                                result.position, diagnostics)
          .has_value();
  return can_be_drawn ? std::optional(record) : std::nullopt;
}

std::string with_row(std::string_view register_text, const Record& record, base::Diagnostics& diagnostics) {
  const auto source = std::make_shared<base::SourceText>("register", std::string(register_text));
  const base::CsvTable table = base::parse_csv_of_any_columns(source, "", diagnostics);
  const evidence::Entry& row = record.row;
  const std::map<std::string, std::string> cells = {{"id", row.id},
                                                    {"variable", row.variable},
                                                    {"element", row.element},
                                                    {"central", base::shortest(row.central)},
                                                    {"low", base::shortest(*row.low)},
                                                    {"high", base::shortest(*row.high)},
                                                    {"distribution", row.distribution},
                                                    {"unit", row.unit},
                                                    {"grade", row.grade},
                                                    {"status", std::string(evidence::name(row.status))},
                                                    {"source", row.source},
                                                    {"url", row.url},
                                                    {"note", row.note}};
  std::vector<std::string> fields;
  for (const std::string& column : table.header) {
    const auto cell = cells.find(column);
    fields.push_back(cell == cells.end() ? "" : base::csv_field(cell->second));
  }
  const std::string line = base::joined(fields, ",");
  std::string text(register_text);
  if (record.is_new) {
    if (!text.ends_with('\n')) text += '\n';
    return text + line + '\n';
  }
  for (const std::vector<base::CsvTable::Cell>& cells_of_row : table.rows) {
    const base::Span first = cells_of_row.front().span, last = cells_of_row.back().span;
    if (table.at(cells_of_row.front()).line != record.prospect.entry->position.line) continue;
    return text.replace(first.offset, last.offset + last.length - first.offset, line);
  }
  return text;
}

}  // namespace commonweal::experiments
