// SPDX-License-Identifier: Apache-2.0
#include "base/toml.h"

#include <fmt/format.h>

// The library's faults come back as values: nothing here throws. Debian's compiled library can only throw, so its
// headers are all that is used.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
// Its assertions are wrong about headings such as "[)" (github.com/marzer/tomlplusplus/pull/301), and with NDEBUG they
// turn into promises to the compiler. Without either its parser reports these as any other fault.
#define TOML_ASSERT(expression) static_cast<void>(0)
#undef NDEBUG
#include <algorithm>
#include <cmath>
#include <utility>

#include <toml++/toml.h>

#include "base/text.h"

namespace commonweal::base {
namespace {

Position position_of(const SourceText& source, const toml::source_region& region) {
  const bool is_one_line = region.begin.line == region.end.line;
  const auto length = is_one_line ? region.end.column - std::min(region.begin.column, region.end.column) : 0;
  return source.at_line(region.begin.line, region.begin.column, length);
}

TomlValue converted(const SourceText& source, const toml::node& node);

void add_members(TomlValue& value, const SourceText& source, const toml::table& table) {
  std::vector<std::pair<toml::source_position, TomlValue::Member>> members;
  for (const auto& [key, node] : table) {
    members.push_back(
        {key.source().begin, {std::string(key.str()), position_of(source, key.source()), converted(source, node)}});
  }
  // The library keeps keys by the alphabet.
  std::sort(members.begin(), members.end(),
            [](const auto& left, const auto& right) { return left.first < right.first; });
  for (auto& member : members) value.members.push_back(std::move(member.second));
}

TomlValue converted(const SourceText& source, const toml::node& node) {
  using Kind = TomlValue::Kind;
  TomlValue value;
  value.position = position_of(source, node.source());
  if (const auto* text = node.as_string()) {
    value.kind = Kind::text;
    value.text = text->get();
  } else if (const auto* whole = node.as_integer()) {
    value.kind = Kind::number;
    value.number = static_cast<double>(whole->get());
  } else if (const auto* real = node.as_floating_point()) {
    value.kind = Kind::number;
    value.number = real->get();
  } else if (const auto* truth = node.as_boolean()) {
    value.kind = Kind::truth;
    value.truth = truth->get();
  } else if (const auto* list = node.as_array()) {
    value.kind = Kind::list;
    for (const auto& item : *list) value.list.push_back(converted(source, item));
  } else if (const auto* table = node.as_table()) {
    add_members(value, source, *table);
  } else {
    value.kind = Kind::moment;
  }
  return value;
}

}  // namespace

std::string_view name(TomlValue::Kind kind) {
  switch (kind) {
    case TomlValue::Kind::text: return "a text";
    case TomlValue::Kind::number: return "a number";
    case TomlValue::Kind::truth: return "true or false";
    case TomlValue::Kind::list: return "a list";
    case TomlValue::Kind::table: return "a table";
    case TomlValue::Kind::moment: return "a date or time";
  }
  return "";
}

TomlValue parse_toml(const SourceText& source, Diagnostics& diagnostics) {
  const toml::parse_result result = toml::parse(source.text(), source.path());
  if (result) {
    TomlValue whole = converted(source, result.table());
    whole.position = Position::file(source.path());
    return whole;
  }

  std::string fault(result.error().description());
  if (!fault.empty()) fault[0] = lower(fault.substr(0, 1))[0];
  fault = fault.substr(0, fault.find(" (TOML_"));  // the library's own settings help no reader
  Position position = position_of(source, result.error().source());
  diagnostics.error("toml-syntax", std::move(position), fmt::format("this is not TOML: {}", fault),
                    "https://toml.io shows how TOML is written; texts stand in \"quotes\"");
  return {};
}

}  // namespace commonweal::base
