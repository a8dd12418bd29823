// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace commonweal::explore {

/// Bytes in letters, digits, - and _ only, which letters, links and chats leave as they are: base64url (RFC 4648, 5)
/// without padding.
std::string in_letters(std::string_view bytes);

/// The bytes of such a text; nothing if it is none: another character, or a length or last letter that no bytes give.
std::optional<std::string> from_letters(std::string_view letters);

}  // namespace commonweal::explore
