// SPDX-License-Identifier: Apache-2.0
// base/disk.h for the live page, which has no disk: the files are those that were put into a table.
#include "base/memory_disk.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/disk.h"

namespace commonweal::base {
namespace {

/// Every file by its path from the root: names that differ in their dots alone name one file.
std::map<std::string, std::string>& table() {
  static std::map<std::string, std::string> files;
  return files;
}

std::string key_of(const std::filesystem::path& path) {
  std::string key = from_the_root(path).string();
  if (key.size() > 1 && key.back() == '/') key.pop_back();
  return key;
}

/// What the keys of all files in a folder begin with.
std::string beginning_of(const std::filesystem::path& folder) {
  std::string key = key_of(folder);
  if (key.back() != '/') key += '/';
  return key;
}

}  // namespace

void put_file(const std::filesystem::path& path, std::string text) {
  table()[key_of(path)] = std::move(text);
}

bool is_folder(const std::filesystem::path& path) {
  const std::string beginning = beginning_of(path);
  const auto file = table().lower_bound(beginning);
  return file != table().end() && file->first.starts_with(beginning);
}

bool is_there(const std::filesystem::path& path) {
  return table().contains(key_of(path)) || is_folder(path);
}

std::filesystem::path from_the_root(const std::filesystem::path& path) {
  return ("/" / path).lexically_normal();
}

std::optional<std::vector<std::string>> names_in(const std::filesystem::path& folder) {
  if (!is_folder(folder)) return std::nullopt;
  const std::string beginning = beginning_of(folder);
  std::vector<std::string> names;
  for (auto file = table().lower_bound(beginning); file != table().end() && file->first.starts_with(beginning);
       ++file) {
    names.push_back(file->first.substr(beginning.size(), file->first.find('/', beginning.size()) - beginning.size()));
  }
  std::ranges::sort(names);  // "a.b" stands between "a" and "a/b" in the table, so equal names need not be neighbours
  const auto twice = std::ranges::unique(names);
  names.erase(twice.begin(), twice.end());
  return names;
}

Bytes read_bytes(const std::filesystem::path& path) {
  const auto file = table().find(key_of(path));
  if (file == table().end()) return {"", "no such file or directory", true};
  return {file->second, "", false};
}

}  // namespace commonweal::base
