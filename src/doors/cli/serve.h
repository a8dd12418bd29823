// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace commonweal::doors {

/// Gives one page to browsers on this machine, and to no other machine, until Ctrl-C; says on stderr where it is.
/// False if no port can be had.
bool serve(const std::string& page);

}  // namespace commonweal::doors
