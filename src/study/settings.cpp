// SPDX-License-Identifier: Apache-2.0
#include "study/settings.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "base/names.h"
#include "base/text.h"
#include "base/toml_table.h"
#include "study/element_name.h"

namespace commonweal::study {

std::vector<Setting> read_settings(const base::TomlValue* table, base::Diagnostics& diagnostics) {
  std::vector<Setting> settings;
  if (table == nullptr) return settings;
  std::map<std::string, std::uint32_t> first_lines;
  for (const auto& [key, position, value] : table->members) {
    const auto names = parse_element_name(key);
    if (!names) {
      diagnostics.error("bad-setting", position, fmt::format("'{}' names no variable", key),
                        "write \"variable\" or \"variable[element]\"");
    }
    if (value.kind != base::TomlValue::Kind::number) {
      base::report_wrong_type(key, value, base::name(base::TomlValue::Kind::number), diagnostics);
    } else if (!std::isfinite(value.number)) {
      diagnostics.error("bad-setting", value.position,
                        fmt::format("'{}' cannot be {}", key, base::shortest(value.number)));
    }
    if (!names) continue;

    if (const auto [first, is_new] = first_lines.try_emplace(canonical_text(*names), position.line); !is_new) {
      diagnostics.error("duplicate-setting", position, fmt::format("'{}' is set twice", key),
                        fmt::format("the first stands in line {}", first->second));
    }
    settings.push_back({names->variable, names->element, value.number, position});
  }
  return settings;
}

bool replaces(const Setting& own, const Setting& inherited) {
  if (!base::is_same_name(own.variable, inherited.variable)) return false;
  return own.element.empty() || is_same_element(own.element, inherited.element);
}

std::vector<Setting> laid_over(const std::vector<Setting>& inherited, const std::vector<Setting>& own) {
  std::vector<Setting> settings;
  for (const Setting& one : inherited) {
    if (std::ranges::none_of(own, [&](const Setting& setting) { return replaces(setting, one); })) {
      settings.push_back(one);
    }
  }
  settings.insert(settings.end(), own.begin(), own.end());
  return settings;
}

}  // namespace commonweal::study
