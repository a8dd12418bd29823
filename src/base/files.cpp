// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/disk.h"
#include "base/text.h"

namespace commonweal::base {

std::string reason(std::error_code code) {
  std::string text = code.message();
  if (!text.empty()) text[0] = lower(text.substr(0, 1))[0];
  return text;
}

std::string suggestion_beside(const std::filesystem::path& path, std::string otherwise) {
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  const std::vector<std::string> names = names_in(folder).value_or(std::vector<std::string>{});

  // Names alone are compared: a long path in common would make any two files alike.
  const auto near = nearest(path.filename().string(), names);
  if (!near) return otherwise;
  return fmt::format("did you mean '{}'?", (path.parent_path() / *near).string());
}

SharedSource read_text(const std::filesystem::path& path, Diagnostics& diagnostics, const Position* asked_from) {
  const std::string name = path.string();
  const Position position = asked_from != nullptr ? *asked_from : Position::file(name);

  if (is_folder(path)) {
    diagnostics.error("unreadable-file", position, fmt::format("'{}' is a folder, not a file", name));
    return nullptr;
  }
  Bytes bytes = read_bytes(path);
  if (bytes.is_missing) {
    diagnostics.error("missing-file", position, fmt::format("there is no file '{}'", name), suggestion_beside(path));
    return nullptr;
  }
  if (!bytes.fault.empty()) {
    diagnostics.error("unreadable-file", position, fmt::format("'{}' cannot be read: {}", name, bytes.fault));
    return nullptr;
  }
  return std::make_shared<const SourceText>(name, std::move(bytes.text));
}

}  // namespace commonweal::base
