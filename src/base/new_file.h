// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "base/diagnostics.h"

namespace commonweal::base {

/// Writes one file whole or not at all: beside `path` first, then in its place. False and a diagnostic
/// ("unwritable-file") on failure, and then what stood at `path` still stands.
bool write_file(const std::filesystem::path& path, std::string_view content, Diagnostics& diagnostics);

}  // namespace commonweal::base
