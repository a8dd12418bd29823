// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/diagnostics.h"

namespace commonweal::doors {

/// Talk goes to stderr, data to stdout.
void say(std::string_view line);

/// Shows every diagnostic and how many there are; the exit code for a user's fault.
int refuse(const base::Diagnostics& diagnostics);

/// Writes data to stdout; false, and the reason on stderr, if it cannot be written (a full disk).
bool give(std::string_view data);

}  // namespace commonweal::doors
