// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "experiments/prospect.h"
#include "experiments/result.h"

namespace commonweal::experiments {

/// A result held against the rules under which it was made, and what is known with it.
struct Record {
  Prospect prospect;
  Result result;
  Belief seen, after;
  Verdict verdict = Verdict::neither;
  bool is_new = false;  ///< the register spoke of all elements; the result is of one, and begins a row of its own
  evidence::Entry row;  ///< as it will stand in the register
};

/// Holds a result against the pilot it names. Faults: "unknown-policy", "no-pilot", "other-rules", "no-register",
/// "effect-outside-scale", "already-recorded"; those of `prospect_of` and of a distribution that cannot be drawn from.
std::optional<Record> record(const study::Study& study, const evidence::Register& evidence, const Result& result,
                             base::Diagnostics& diagnostics);

/// The text of a register with the record's row in place of what stood there, or at its end; every other byte kept.
/// Faults: those of a table that cannot be read.
std::string with_row(std::string_view register_text, const Record& record, base::Diagnostics& diagnostics);

/// What the result says, for a person and as JSON.
std::string text(const Record& record);
std::string json(const Record& record);

}  // namespace commonweal::experiments
