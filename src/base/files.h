// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"

namespace commonweal::base {

/// The text of a file, or nothing and a diagnostic ("missing-file", "unreadable-file") at `asked_from`.
SharedSource read_text(const std::filesystem::path& path, Diagnostics& diagnostics,
                       const Position* asked_from = nullptr);

/// SHA-256 of a text, as 64 hexadecimal digits.
std::string sha256(std::string_view text);

/// A folder that appears whole or not at all: files are written beside it under another name, and
/// `commit` puts it in place of what stood there. Destroyed without commit, it leaves nothing behind.
class NewFolder {
 public:
  /// Begins; a diagnostic ("unwritable-folder") if the parent cannot be written.
  NewFolder(std::filesystem::path target, Diagnostics& diagnostics);
  ~NewFolder();
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;

  /// Where to write now; valid until commit.
  const std::filesystem::path& path() const { return working_; }

  /// Writes one file; a diagnostic on failure (a full disk, say).
  bool write(const std::string& name, std::string_view content, Diagnostics& diagnostics);

  /// Puts the folder in place; false and a diagnostic on failure, and then nothing has changed.
  bool commit(Diagnostics& diagnostics);

 private:
  std::filesystem::path target_;
  std::filesystem::path working_;
  bool committed_ = false;
};

}  // namespace commonweal::base
