// SPDX-License-Identifier: Apache-2.0
#include "base/disk.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "base/files.h"

namespace commonweal::base {
namespace {

constexpr std::size_t largest_text = std::size_t{1} << 28U;

/// All bytes of an open file, or the reason why not.
std::string read_all(std::FILE* file, std::string& text) {
  std::array<char, 65536> buffer;
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file)) {
    if (text.size() + count > largest_text) return "it is larger than 256 MiB";
    text.append(buffer.data(), count);
  }
  return std::ferror(file) != 0 ? reason({errno, std::generic_category()}) : "";
}

}  // namespace

bool is_folder(const std::filesystem::path& path) {
  std::error_code failure;
  return std::filesystem::is_directory(path, failure);
}

bool is_there(const std::filesystem::path& path) {
  std::error_code failure;
  return std::filesystem::exists(path, failure);
}

std::filesystem::path from_the_root(const std::filesystem::path& path) {
  std::error_code failure;
  const std::filesystem::path whole = std::filesystem::absolute(path, failure);
  return (failure ? path : whole).lexically_normal();
}

std::optional<std::vector<std::string>> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code failure;
  for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    names.push_back(entry->path().filename().string());
  }
  if (failure) return std::nullopt;
  std::ranges::sort(names);
  return names;
}

Bytes read_bytes(const std::filesystem::path& path) {
  Bytes bytes;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (file == nullptr) {
    bytes.is_missing = errno == ENOENT;
    bytes.fault = reason({errno, std::generic_category()});
  } else {
    bytes.fault = read_all(file.get(), bytes.text);
  }
  return bytes;
}

}  // namespace commonweal::base
