// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace commonweal::explore {

/// Bytes as the live page carries them: gzip (RFC 1952) in base64url without padding (code_letters.h). Equal bytes give
/// equal text.
std::string packed(std::string_view bytes);

}  // namespace commonweal::explore
