// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace commonweal::base {

/// A folder that appears whole or not at all: files are written beside it under another name, and
/// `commit` puts it in place of what stood there. Destroyed without commit, it leaves nothing behind.
class NewFolder {
 public:
  /// The file by which a folder is known to be an earlier result. Only such a folder, or an empty one, is replaced, so
  /// that a mistyped output folder never costs anybody their files.
  static constexpr std::string_view mark = "manifest.json";

  /// Begins, making parent folders that are missing. A diagnostic ("unwritable-folder") if the parent cannot be
  /// written, ("occupied-folder") if what stands at `target` must not be replaced.
  NewFolder(std::filesystem::path target, Diagnostics& diagnostics);
  ~NewFolder();
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;

  /// Where to write now; valid until commit, empty if the beginning failed.
  const std::filesystem::path& path() const { return working_; }

  /// Writes one file; a diagnostic ("unwritable-file") on failure (a full disk, say). Does nothing if the beginning
  /// failed, which was reported then.
  bool write(const std::string& name, std::string_view content, Diagnostics& diagnostics);

  /// Puts the folder in place; false and a diagnostic on failure, and then nothing has changed.
  bool commit(Diagnostics& diagnostics);

 private:
  bool may_replace_target(Diagnostics& diagnostics) const;
  bool make_parents(Diagnostics& diagnostics);
  bool make_working_folder(Diagnostics& diagnostics);

  std::filesystem::path asked_for_;                  ///< as the user named it, for messages
  std::filesystem::path target_;                     ///< absolute, links followed
  std::filesystem::path working_;                    ///< beside `target_`, hidden
  std::vector<std::filesystem::path> made_parents_;  ///< outermost first; taken away again unless committed
  bool committed_ = false;
};

}  // namespace commonweal::base
