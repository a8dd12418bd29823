// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace commonweal::base {

/// Where there is no disk (the live page): puts a file into the table that base/disk.h then finds, in place of what had
/// the name. Not in a program that has a disk.
void put_file(const std::filesystem::path& path, std::string text);

}  // namespace commonweal::base
