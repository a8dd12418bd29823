// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace commonweal::explore {

/// A study's text as a code that can be pasted into any other copy of the same study: what is different from the study
/// as it was opened, with the version of the code, a mark of that study, and a check sum. Some 1,000 letters for a
/// scenario of a few policies.
std::string scenario_code(std::string_view opened, std::string_view text);

/// The text that a code stands for, byte for byte. Blanks and line ends, as mail puts them in, do not matter. Nothing
/// after a fault: "no-code" for what is none, "newer-code", "damaged-code", "code-of-another-study".
std::optional<std::string> text_of_code(std::string_view opened, std::string_view code, base::Diagnostics& diagnostics);

}  // namespace commonweal::explore
