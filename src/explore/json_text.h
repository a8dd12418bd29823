// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace commonweal::explore {

/// A text as JSON has it, quotes included: what nlohmann's dump() gives, with U+FFFD for what is no UTF-8. Whole parts
/// of a page go through it after every change of a lever, and dump() takes a fifth of such a request.
std::string json_text(std::string_view plain);

}  // namespace commonweal::explore
