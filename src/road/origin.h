// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "report/manifest.h"
#include "road/road.h"

namespace commonweal::road {

/// A file that went into the run, with its hash.
report::Manifest::Part part_of(const std::string& role, const std::filesystem::path& path);

/// What made the results of a study, and the command that makes them again.
report::Manifest manifest_of(const Journey& way, const std::string& command_line);

}  // namespace commonweal::road
