// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/files.h"
#include "base/names.h"
#include "base/text.h"
#include "study/policy.h"
#include "study/settings.h"

namespace commonweal::study {
namespace {

namespace fs = std::filesystem;
using base::PlacedText;

/// The hardest that a policy may pull a lever. 1 is as in the evidence for it; beyond that it is a guess.
constexpr double hardest = 10;

/// Shares written with two or three decimals need not add up to the last bit.
constexpr double share_tolerance = 1e-6;

bool is(const Setting& setting, std::string_view variable) {
  return base::canonical(setting.variable) == base::canonical(variable);
}

void check_sets(const Policy& policy, base::Diagnostics& diagnostics) {
  for (const Setting& setting : policy.sets) {
    if (is(setting, lever_start) || is(setting, lever_ramp) || is(setting, lever_end)) {
      diagnostics.error("timing-set", setting.position,
                        fmt::format("a policy does not say when: '{}' cannot be set here", setting.variable),
                        "a scenario says so: { policy = \"...\", start = \"2013-14\", ramp = 3 }");
    }
    if (!is(setting, lever_intensity)) continue;
    if (setting.value <= 0 || setting.value > hardest) {
      diagnostics.error("lever-out-of-range", setting.position,
                        fmt::format("a lever cannot be pulled at {}", base::shortest(setting.value)),
                        fmt::format("above 0, at most {}; 1 is as in the evidence for it", base::shortest(hardest)));
    }
    if (setting.element.empty()) {
      diagnostics.error("no-lever", setting.position, "this pulls every lever of the model",
                        "name one: \"lever intensity[re ablement]\"");
    }
  }
  if (levers(policy).empty()) {
    diagnostics.error("no-lever", policy.position, fmt::format("policy '{}' pulls no lever", policy.id),
                      "set one under [sets]: \"lever intensity[re ablement]\" = 1");
  }
}

Basis read_basis(base::TomlTable& table, const std::string& what, base::Diagnostics& diagnostics) {
  Basis basis{table.texts("constants"), table.optional_text("words").text};
  if (basis.constants.empty() && basis.words.empty()) {
    diagnostics.error(
        "no-basis", table.position(), fmt::format("{} rests on nothing", what),
        "name the model's constants that hold it, or say it in words: constants = [...], words = \"...\"");
  }
  return basis;
}

Basis read_basis_table(base::TomlTable& policy, std::string_view key, base::Diagnostics& diagnostics) {
  const base::TomlValue* value = policy.table(key);
  if (value == nullptr) return {};
  const std::string what = fmt::format("[{}]", key);
  base::TomlTable table(*value, what, diagnostics);
  Basis basis = read_basis(table, what, diagnostics);
  table.finish();
  return basis;
}

/// What kind of saving a policy makes. Where it does not say: what is changed with people saves by need that does not
/// come, all else by doing the same for less.
std::string read_category(base::TomlTable& policy, const std::string& family, base::Diagnostics& diagnostics) {
  const PlacedText category = policy.optional_text("category");
  if (category.text.empty()) return family == "change" ? "demand management" : "efficiency";
  const std::vector<std::string>& known = saving_categories();
  if (std::ranges::find(known, category.text) == known.end()) {
    diagnostics.error("unknown-category", category.position, fmt::format("'{}' is no kind of saving", category.text),
                      base::suggestion(category.text, known, "they are: " + base::joined(known, ", ")));
  }
  return category.text;
}

PolicyEffect read_effect(base::TomlTable& policy, base::Diagnostics& diagnostics) {
  PolicyEffect effect;
  const base::TomlValue* value = policy.table("effect");
  if (value == nullptr) return effect;
  base::TomlTable table(*value, "[effect]", diagnostics);
  effect.basis = read_basis(table, "[effect]", diagnostics);
  const PlacedText grade = table.text("grade");
  check_grade(grade, diagnostics);
  effect.grade = grade.text;
  const auto low = table.optional_number("low"), central = table.optional_number("central"),
             high = table.optional_number("high");
  effect.unit = table.optional_text("unit").text;
  table.finish();

  if (!low && !central && !high) return effect;
  if (!low || !central || !high || effect.unit.empty()) {
    diagnostics.error("bad-range", table.position(), "half a range",
                      "low, central, high and unit come together or not at all");
    return effect;
  }
  if (!(low->number <= central->number && central->number <= high->number)) {
    diagnostics.error("bad-range", central->position,
                      fmt::format("{} does not lie between {} and {}", base::shortest(central->number),
                                  base::shortest(low->number), base::shortest(high->number)));
  }
  effect.low = low->number, effect.central = central->number, effect.high = high->number;
  return effect;
}

bool is_share(double number, const base::Position& position, base::Diagnostics& diagnostics) {
  if (number >= 0 && number <= 1) return true;
  diagnostics.error("bad-share", position, fmt::format("{} is no share", base::shortest(number)), "0 to 1");
  return false;
}

std::vector<AgencyShare> read_shares(base::TomlTable& policy, base::Diagnostics& diagnostics) {
  std::vector<AgencyShare> shares;
  const base::TomlValue* value = policy.table("pays");
  if (value == nullptr) return shares;
  base::TomlTable table(*value, "[pays]", diagnostics);
  double sum = 0;
  bool all_are_shares = true;
  for (const base::TomlValue::Member& member : value->members) {
    const auto share = table.number(member.key);
    if (!share || !is_share(share->number, share->position, diagnostics)) {
      all_are_shares = false;
      continue;
    }
    shares.push_back({member.key, share->number, member.position});
    sum += share->number;
  }
  if (all_are_shares && std::abs(sum - 1) > share_tolerance) {
    diagnostics.error("shares-do-not-sum", table.position(),
                      fmt::format("what agencies pay adds up to {}", base::shortest(sum)),
                      "shares of the cost sum to 1");
  }
  return shares;
}

Cashability read_cashability(base::TomlTable& policy, base::Diagnostics& diagnostics) {
  Cashability cashable;
  const base::TomlValue* value = policy.table("cashable");
  if (value == nullptr) return cashable;
  base::TomlTable table(*value, "[cashable]", diagnostics);
  if (const auto share = table.number("share"); share && is_share(share->number, share->position, diagnostics)) {
    cashable.share = share->number;
  }
  cashable.source = table.optional_text("source").text;
  cashable.judgement = table.optional_text("judgement").text;
  if (cashable.source.empty() == cashable.judgement.empty()) {
    diagnostics.error("source-or-judgement", table.position(), "a share is either read somewhere or judged",
                      "give it a source = \"...\" or, with the reason, a judgement = \"...\"");
  }
  table.finish();
  return cashable;
}

std::vector<PolicySource> read_sources(base::TomlTable& policy, base::Diagnostics& diagnostics) {
  std::vector<PolicySource> sources;
  for (const base::TomlValue* value : policy.tables("source")) {
    base::TomlTable table(*value, "a source", diagnostics);
    sources.push_back({table.text("title").text, table.text("url").text});
    table.finish();
  }
  return sources;
}

void check_names(const Policy& policy, const PlacedText& id, const PlacedText& family, const std::string& file,
                 base::Diagnostics& diagnostics) {
  if (!id.text.empty() && id.text != file) {
    diagnostics.error("other-id", id.position,
                      fmt::format("the file is '{}.toml' and calls itself '{}'", file, id.text),
                      "a policy is known by its file's name: give it that id");
  }
  if (!family.text.empty() && std::ranges::find(families(), family.text) == families().end()) {
    diagnostics.error("unknown-family", family.position, fmt::format("'{}' is no family of policies", family.text),
                      base::suggestion(family.text, families(), "they are: " + base::joined(families(), ", ")));
  }
  if (policy.sources.empty() && policy.effect.grade != "judgement") {
    diagnostics.error("no-source", policy.position, fmt::format("policy '{}' has no source", policy.id),
                      "add a table [[source]] with title and url, or grade its effect as judgement");
  }
}

}  // namespace

const std::vector<std::string>& families() {
  static const std::vector<std::string> all = {"buy", "do", "change", "system"};
  return all;
}

const std::vector<std::string>& saving_categories() {
  static const std::vector<std::string> all = {"efficiency", "income", "demand management", "service reduction"};
  return all;
}

std::vector<std::string> levers(const Policy& policy) {
  std::vector<std::string> names;
  for (const Setting& setting : policy.sets) {
    if (is(setting, lever_intensity) && !setting.element.empty()) names.push_back(setting.element);
  }
  return names;
}

Policy read_policy(const fs::path& path, base::Diagnostics& diagnostics) {
  Policy policy;
  policy.position = base::Position::file(path.string());
  policy.id = path.stem().string();
  const base::SharedSource source = base::read_text(path, diagnostics);
  if (source == nullptr) return policy;
  policy.source_text = std::string(source->text());
  const std::size_t errors_before = diagnostics.error_count();
  const base::TomlValue file = base::parse_toml(*source, diagnostics);
  if (diagnostics.error_count() > errors_before) return policy;

  base::TomlTable table(file, "the policy", diagnostics);
  const PlacedText id = table.text("id");
  policy.title = table.text("title").text;
  const PlacedText family = table.text("family");
  policy.family = family.text;
  policy.category = read_category(table, policy.family, diagnostics);
  policy.description = table.text("description").text;
  policy.sets = read_settings(table.table("sets"), diagnostics);
  policy.cost = read_basis_table(table, "cost", diagnostics);
  policy.reach = read_basis_table(table, "reach", diagnostics);
  policy.lag = read_basis_table(table, "lag", diagnostics);
  policy.persistence = read_basis_table(table, "persistence", diagnostics);
  policy.effect = read_effect(table, diagnostics);
  policy.pays = read_shares(table, diagnostics);
  policy.gains = table.texts("gains");
  policy.cashable = read_cashability(table, diagnostics);
  for (const PlacedText& mode : table.some_texts("failure_modes")) policy.failure_modes.push_back(mode.text);
  policy.sources = read_sources(table, diagnostics);
  policy.pilot = read_pilot(table, diagnostics);
  table.finish();

  check_sets(policy, diagnostics);
  check_names(policy, id, family, policy.id, diagnostics);
  return policy;
}

}  // namespace commonweal::study
