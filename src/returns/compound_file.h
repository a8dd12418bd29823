// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace commonweal::returns {

/// Whether the list of streams in a compound file (.xls) can be followed, and no name in it is longer than its room.
/// The library that reads such workbooks believes the length that stands there and reads past the name.
bool has_sound_directory(std::string_view bytes);

}  // namespace commonweal::returns
