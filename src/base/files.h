// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <system_error>

#include "base/diagnostics.h"
#include "base/new_folder.h"
#include "base/sha256.h"
#include "base/source_text.h"

namespace commonweal::base {

/// The text of a file, or nothing and a diagnostic ("missing-file", "unreadable-file") at `asked_from`, or at the
/// file itself where nobody's text asked for it. At most 256 MiB.
SharedSource read_text(const std::filesystem::path& path, Diagnostics& diagnostics,
                       const Position* asked_from = nullptr);

/// "did you mean 'x'?" if something of nearly the name of the missing `path` stands in its folder, else `otherwise`.
std::string suggestion_beside(const std::filesystem::path& path, std::string otherwise = "");

/// The reason the system gives for a failure, as part of a message: "permission denied".
std::string reason(std::error_code code);

}  // namespace commonweal::base
