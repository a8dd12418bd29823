// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace commonweal::base {

/// SHA-256 (FIPS 180-4) of a text, as 64 hexadecimal digits.
std::string sha256(std::string_view text);

}  // namespace commonweal::base
