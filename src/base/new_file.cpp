// SPDX-License-Identifier: Apache-2.0
#include "base/new_file.h"

#include <cerrno>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "base/files.h"

namespace commonweal::base {

NewFile::NewFile(std::filesystem::path path) : path_(std::move(path)) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path_, ignored)) {
    fault_ = std::make_error_code(std::errc::is_a_directory);
    return;
  }
  const bool is_device = std::filesystem::exists(path_, ignored) && !std::filesystem::is_regular_file(path_, ignored);
  if (!is_device) {
    beside_ = path_.parent_path() / fmt::format(".{}.new-{}", path_.filename().string(), ::getpid());
  }
  file_ = std::fopen((is_device ? path_ : beside_).c_str(), "wb");
  if (file_ == nullptr) note(errno);
}

NewFile::~NewFile() {
  if (file_ == nullptr) return;
  std::fclose(file_);
  std::error_code ignored;
  if (!beside_.empty()) std::filesystem::remove(beside_, ignored);
}

bool NewFile::append(std::string_view content) {
  if (!fault_ && std::fwrite(content.data(), 1, content.size(), file_) != content.size()) note(errno);
  return !fault_;
}

bool NewFile::finish(Diagnostics& diagnostics) {
  // A full disk may show only when the file is closed.
  if (file_ != nullptr && std::fclose(std::exchange(file_, nullptr)) != 0 && !fault_) note(errno);
  if (!fault_ && !beside_.empty()) std::filesystem::rename(beside_, path_, fault_);
  if (!fault_) return true;
  std::error_code ignored;
  if (!beside_.empty()) std::filesystem::remove(beside_, ignored);
  diagnostics.error("unwritable-file", Position::file(path_.string()),
                    fmt::format("'{}' cannot be written: {}", path_.string(), reason(fault_)));
  return false;
}

void NewFile::note(int system_fault) {
  fault_ = {system_fault, std::generic_category()};
}

bool write_file(const std::filesystem::path& path, std::string_view content, Diagnostics& diagnostics) {
  NewFile file(path);
  file.append(content);
  return file.finish(diagnostics);
}

}  // namespace commonweal::base
