// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/diagnostics.h"

namespace commonweal::base {

/// A file that is written piece by piece and stands under its name only once it is whole: until then it stands beside
/// it, and what stood at the name still does. A pipe or a device is written as it is.
class NewFile {
 public:
  explicit NewFile(std::filesystem::path path);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();  ///< what is not finished is removed

  /// False once something could not be written; finish() then says what.
  bool append(std::string_view content);

  /// Puts the file in its place. False and a diagnostic ("unwritable-file") on failure.
  bool finish(Diagnostics& diagnostics);

 private:
  void note(int system_fault);

  std::filesystem::path path_, beside_;  ///< `beside_` is empty for a pipe or a device
  std::FILE* file_ = nullptr;
  std::error_code fault_;
};

/// Writes one file whole or not at all, as NewFile does.
bool write_file(const std::filesystem::path& path, std::string_view content, Diagnostics& diagnostics);

}  // namespace commonweal::base
