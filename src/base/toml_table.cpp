// SPDX-License-Identifier: Apache-2.0
#include "base/toml_table.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::base {
namespace {

const TomlValue::Member* member_of(const TomlValue& table, std::string_view key) {
  const auto found = std::find_if(table.members.begin(), table.members.end(),
                                  [&](const TomlValue::Member& member) { return member.key == key; });
  return found == table.members.end() ? nullptr : &*found;
}

void report_empty(std::string_view key, const Position& position, Diagnostics& diagnostics) {
  diagnostics.error("empty-value", position, fmt::format("'{}' is empty here", key));
}

}  // namespace

void report_wrong_type(std::string_view key, const TomlValue& seen, std::string_view wanted, Diagnostics& diagnostics) {
  diagnostics.error("wrong-type", seen.position, fmt::format("'{}' must be {}, not {}", key, wanted, name(seen.kind)));
}

const TomlValue* TomlTable::find(std::string_view key, TomlValue::Kind kind, std::string_view wanted) {
  known_.emplace_back(key);
  const TomlValue::Member* member = member_of(value_, key);
  if (member == nullptr) return nullptr;
  if (member->value.kind == kind) return &member->value;
  report_wrong_type(key, member->value, wanted, diagnostics_);
  return nullptr;
}

bool TomlTable::has(std::string_view key) const {
  return member_of(value_, key) != nullptr;
}

void TomlTable::report_missing(std::string_view key) {
  diagnostics_.error("missing-key", position(), fmt::format("{} has no '{}'", what_, key));
}

PlacedText TomlTable::optional_text(std::string_view key) {
  const TomlValue* value = find(key, TomlValue::Kind::text);
  if (value == nullptr) return {"", position()};
  return {std::string(trimmed(value->text)), value->position};
}

PlacedText TomlTable::text(std::string_view key) {
  const TomlValue* value = find(key, TomlValue::Kind::text);
  if (value == nullptr) {
    if (!has(key)) report_missing(key);
    return {"", position()};
  }
  PlacedText result{std::string(trimmed(value->text)), value->position};
  if (result.text.empty()) report_empty(key, result.position, diagnostics_);
  return result;
}

std::vector<PlacedText> TomlTable::texts(std::string_view key) {
  std::vector<PlacedText> result;
  const TomlValue* list = find(key, TomlValue::Kind::list);
  if (list == nullptr) return result;
  for (const TomlValue& item : list->list) {
    const std::string text(trimmed(item.text));
    if (item.kind != TomlValue::Kind::text) {
      report_wrong_type(key, item, "a list of texts", diagnostics_);
    } else if (text.empty()) {
      report_empty(key, item.position, diagnostics_);
    } else {
      result.push_back({text, item.position});
    }
  }
  return result;
}

std::vector<PlacedText> TomlTable::some_texts(std::string_view key) {
  const TomlValue::Member* member = member_of(value_, key);
  if (member == nullptr) report_missing(key);
  if (member != nullptr && member->value.kind == TomlValue::Kind::list && member->value.list.empty()) {
    report_empty(key, member->value.position, diagnostics_);
  }
  return texts(key);
}

std::optional<PlacedNumber> TomlTable::optional_number(std::string_view key) {
  const TomlValue* value = find(key, TomlValue::Kind::number);
  if (value == nullptr) return std::nullopt;
  if (!std::isfinite(value->number)) {
    diagnostics_.error("bad-number", value->position, fmt::format("'{}' cannot be {}", key, shortest(value->number)));
    return std::nullopt;
  }
  return PlacedNumber{value->number, value->position};
}

std::optional<PlacedNumber> TomlTable::number(std::string_view key) {
  if (!has(key)) report_missing(key);
  return optional_number(key);
}

bool TomlTable::truth(std::string_view key) {
  const TomlValue* value = find(key, TomlValue::Kind::truth);
  return value != nullptr && value->truth;
}

std::optional<FinancialYear> TomlTable::optional_year(std::string_view key) {
  const TomlValue* value = find(key, TomlValue::Kind::text);
  if (value == nullptr) return std::nullopt;
  const auto year = FinancialYear::parse(trimmed(value->text));
  if (!year) {
    diagnostics_.error("bad-year", value->position, fmt::format("'{}' is not a financial year", value->text),
                       "write it as 2012-13");
  }
  return year;
}

std::optional<FinancialYear> TomlTable::year(std::string_view key) {
  if (!has(key)) report_missing(key);
  return optional_year(key);
}

const TomlValue* TomlTable::table(std::string_view key) {
  if (!has(key)) report_missing(key);
  return optional_table(key);
}

const TomlValue* TomlTable::optional_table(std::string_view key) {
  return find(key, TomlValue::Kind::table);
}

std::vector<const TomlValue*> TomlTable::tables(std::string_view key) {
  std::vector<const TomlValue*> result;
  const std::string wanted = fmt::format("tables, each headed [[{}]]", key);
  const TomlValue* list = find(key, TomlValue::Kind::list, wanted);
  if (list == nullptr) return result;
  for (const TomlValue& item : list->list) {
    if (item.kind == TomlValue::Kind::table) {
      result.push_back(&item);
    } else {
      report_wrong_type(key, item, wanted, diagnostics_);
    }
  }
  return result;
}

const TomlValue* TomlTable::any(std::string_view key) {
  known_.emplace_back(key);
  const TomlValue::Member* member = member_of(value_, key);
  return member == nullptr ? nullptr : &member->value;
}

void TomlTable::finish() {
  for (const TomlValue::Member& member : value_.members) {
    if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
    diagnostics_.error("unknown-key", member.position, fmt::format("{} has no key '{}'", what_, member.key),
                       suggestion(member.key, known_, "the keys are: " + joined(known_, ", ")));
  }
}

}  // namespace commonweal::base
