// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace commonweal::explore {

/// A text as TOML has it between quotation marks, on one line whatever is in it.
std::string toml_text(std::string_view text);

}  // namespace commonweal::explore
