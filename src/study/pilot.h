// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/toml_table.h"

namespace commonweal::study {

/// A limit that a result is held against, and the side of it on which all of the result must lie.
struct Threshold {
  bool above = true;
  double value = 0;  ///< in the unit of the constant that the pilot measures
};

/// A policy that is tried first: what the trial is to show, and what will be done about it. All of it is settled
/// before anybody sees a result, and known by its hash from then on.
struct Pilot {
  std::string hypothesis;     ///< a sentence that the result can speak against
  base::PlacedText constant;  ///< of the model: what the result is about
  std::string measured;       ///< how that is measured: a sentence
  std::string comparison;     ///< with whom: a sentence
  double people = 0;          ///< taking part and compared with, above 0
  double years = 0;           ///< from its start to its result, above 0
  double cost = 0;            ///< of the trial itself, GBP million, at least 0
  double standard_error = 0;  ///< to be expected of a result of that size, in the constant's unit, above 0
  std::string grade;          ///< of evidence that a trial of this kind gives: one of evidence/grade.h
  Threshold stop, scale;      ///< on opposite sides, so that never both are met
  base::Position position;
};

/// Reads the table [pilot] of a policy; nothing if there is none, or after a fault. Faults: those of base::TomlTable,
/// and "unknown-grade", "not-positive", "one-side", "rules-contradict".
std::optional<Pilot> read_pilot(base::TomlTable& policy, base::Diagnostics& diagnostics);

/// The rules of a pilot as a text of one line for each, the same however the file is laid out: what is hashed.
std::string rules_text(const std::string& policy, const Pilot& pilot);

/// SHA-256 of that text: the pilot as it was fixed. Any other rule has another hash.
std::string rules_hash(const std::string& policy, const Pilot& pilot);

/// Reports a grade that is none: "unknown-grade". An empty one has been reported.
void check_grade(const base::PlacedText& grade, base::Diagnostics& diagnostics);

}  // namespace commonweal::study
