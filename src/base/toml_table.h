// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "base/toml.h"

namespace commonweal::base {

/// A text with its place, so that what it names can be complained about there.
struct PlacedText {
  std::string text;
  Position position;
};

/// A number with its place.
struct PlacedNumber {
  double number = 0;
  Position position;
};

/// Reads one table of a TOML file key by key: each function asks for a key, reports what is wrong with its value and
/// gives something harmless then. `finish` reports the keys nobody asked for.
///
/// Faults: "missing-key", "wrong-type", "empty-value", "bad-number", "bad-year", "unknown-key".
class TomlTable {
 public:
  /// `what` names the table in messages: "the study", "a scenario". `value` must outlive the reader.
  TomlTable(const TomlValue& value, std::string what, Diagnostics& diagnostics)
      : value_(value), what_(std::move(what)), diagnostics_(diagnostics) {}

  /// Where the table stands in the file.
  const Position& position() const { return value_.position; }

  /// A text that must be there and must not be empty.
  PlacedText text(std::string_view key);

  /// A text that may be left out or empty.
  PlacedText optional_text(std::string_view key);

  /// A list of texts, none of them empty. Left out: an empty list.
  std::vector<PlacedText> texts(std::string_view key);

  /// As above, but it must be there and hold at least one text.
  std::vector<PlacedText> some_texts(std::string_view key);

  /// A finite number that may be left out.
  std::optional<PlacedNumber> optional_number(std::string_view key);

  /// As above, but it must be there.
  std::optional<PlacedNumber> number(std::string_view key);

  /// True or false; false if it is left out.
  bool truth(std::string_view key);

  /// A financial year, written "2012-13"; nothing if it is left out or cannot be read.
  std::optional<FinancialYear> optional_year(std::string_view key);

  /// As above, but it must be there.
  std::optional<FinancialYear> year(std::string_view key);

  /// The table under `key`, which must be there; nullptr if it is not.
  const TomlValue* table(std::string_view key);

  /// As above, but it may be left out.
  const TomlValue* optional_table(std::string_view key);

  /// The tables under `key`, each written [[key]]. Left out: an empty list.
  std::vector<const TomlValue*> tables(std::string_view key);

  /// The value under `key`, of whatever kind; nullptr if it is left out.
  const TomlValue* any(std::string_view key);

  /// Reports every key that no function above was asked for.
  void finish();

 private:
  /// The value of `key` if it is there and of the right kind, which messages call `wanted`; notes that the key is
  /// known.
  const TomlValue* find(std::string_view key, TomlValue::Kind kind, std::string_view wanted);
  const TomlValue* find(std::string_view key, TomlValue::Kind kind) { return find(key, kind, name(kind)); }
  bool has(std::string_view key) const;
  void report_missing(std::string_view key);

  const TomlValue& value_;
  std::string what_;
  Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

/// Reports `seen` as of the wrong kind: "wrong-type".
void report_wrong_type(std::string_view key, const TomlValue& seen, std::string_view wanted, Diagnostics& diagnostics);

}  // namespace commonweal::base
