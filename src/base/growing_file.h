// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace commonweal::base {

/// A file that long work writes piece by piece, and goes on with after it was stopped. Each function that can fail
/// gives the reason, as part of a message; empty: it went well.
class GrowingFile {
 public:
  explicit GrowingFile(std::filesystem::path path) : path_(std::move(path)) {}

  /// Opens it with the first `size` bytes of what stands there, and no more; a new file for 0.
  std::string open(std::uint64_t size);

  std::string append(std::string_view bytes);

  /// Hands everything to the system, and makes sure that the file still stands where it was: somebody may have removed
  /// it, which writing to it does not show.
  std::string flush();

  std::uint64_t size() const { return size_; }
  const std::filesystem::path& path() const { return path_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t size_ = 0;
};

}  // namespace commonweal::base
