// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::base {
namespace {

// Positions count bytes in 32 bits; and an endless file (/dev/zero) must not fill the memory.
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

std::string reason(std::error_code code) {
  std::string text = code.message();
  if (!text.empty()) text[0] = lower(text.substr(0, 1))[0];
  return text;
}

std::string suggestion_beside(const std::filesystem::path& path, std::string otherwise) {
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  std::vector<std::string> names;
  std::error_code failure;
  for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());  // the system's order is any order; a message must not depend on it

  // Names alone are compared: a long path in common would make any two files alike.
  const auto near = nearest(path.filename().string(), names);
  if (!near) return otherwise;
  return fmt::format("did you mean '{}'?", (path.parent_path() / *near).string());
}

SharedSource read_text(const std::filesystem::path& path, Diagnostics& diagnostics, const Position* asked_from) {
  const std::string name = path.string();
  const Position position = asked_from != nullptr ? *asked_from : Position::file(name);

  std::error_code failure;
  if (std::filesystem::is_directory(path, failure)) {
    diagnostics.error("unreadable-file", position, fmt::format("'{}' is a folder, not a file", name));
    return nullptr;
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(name.c_str(), "rb"), &std::fclose);
  if (file == nullptr && errno == ENOENT) {
    diagnostics.error("missing-file", position, fmt::format("there is no file '{}'", name), suggestion_beside(path));
    return nullptr;
  }
  std::string text;
  const std::string fault = file == nullptr ? reason({errno, std::generic_category()}) : read_all(file.get(), text);
  if (!fault.empty()) {
    diagnostics.error("unreadable-file", position, fmt::format("'{}' cannot be read: {}", name, fault));
    return nullptr;
  }
  return std::make_shared<const SourceText>(name, std::move(text));
}

}  // namespace commonweal::base
