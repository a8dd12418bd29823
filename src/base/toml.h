// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"

namespace commonweal::base {

/// A value of a TOML file with its place in the text. A plain tree, so that only toml.cpp knows the library.
struct TomlValue {
  enum class Kind { text, number, truth, list, table, moment };

  struct Member;

  Kind kind = Kind::table;
  std::string text;             ///< of Kind::text
  double number = 0;            ///< of Kind::number
  bool truth = false;           ///< of Kind::truth
  std::vector<TomlValue> list;  ///< of Kind::list
  std::vector<Member> members;  ///< of Kind::table, in the order of the file
  Position position;            ///< of the value
};

struct TomlValue::Member {
  std::string key;
  Position position;  ///< of the key
  TomlValue value;
};

/// The kind as part of a message: "a text", "a number".
std::string_view name(TomlValue::Kind kind);

/// The table that the text of a TOML file is; empty, with the diagnostic "toml-syntax", if it is none.
TomlValue parse_toml(const SourceText& source, Diagnostics& diagnostics);

}  // namespace commonweal::base
