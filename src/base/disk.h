// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace commonweal::base {

/// What the readers need to know of the files that there are. Nothing else in the stages that read asks the system, so
/// that a page without a disk can answer from memory instead.

/// Whether there is a folder at `path`; false too where that cannot be seen.
bool is_folder(const std::filesystem::path& path);

/// Whether there is anything at `path`; false too where that cannot be seen.
bool is_there(const std::filesystem::path& path);

/// `path` from the root, without dots; as it is where the system does not say where one is.
std::filesystem::path from_the_root(const std::filesystem::path& path);

/// The names in a folder, sorted, as a message and a result must not depend on the system's order; nothing if it cannot
/// be read.
std::optional<std::vector<std::string>> names_in(const std::filesystem::path& folder);

/// The bytes of a file, or why they cannot be had.
struct Bytes {
  std::string text;
  std::string fault;        ///< as the system words it; empty: there is none
  bool is_missing = false;  ///< there is nothing of this name
};

/// All bytes of a file of at most 256 MiB: positions count them in 32 bits, and an endless file (/dev/zero) must not
/// fill the memory.
Bytes read_bytes(const std::filesystem::path& path);

}  // namespace commonweal::base
