// SPDX-License-Identifier: Apache-2.0
#include "explore/sources.h"

#include <algorithm>
#include <set>

#include "base/disk.h"
#include "base/files.h"

namespace commonweal::explore {

namespace {

using Paths = std::set<std::filesystem::path>;

void add(const std::filesystem::path& file, Paths& paths) {
  if (!file.empty()) paths.insert(base::from_the_root(file).lexically_normal());
}

/// The files of a folder that its reader may look at, by the ends of their names.
void add_folder(const std::filesystem::path& folder, std::initializer_list<const char*> ends, Paths& paths) {
  if (folder.empty()) return;
  for (const std::string& name : base::names_in(folder).value_or(std::vector<std::string>{})) {
    const auto end = std::filesystem::path(name).extension();
    if (std::ranges::find(ends, end) != ends.end()) add(folder / name, paths);
  }
}

/// The deepest folder that holds both.
std::filesystem::path common(const std::filesystem::path& one, const std::filesystem::path& other) {
  std::filesystem::path shared;
  auto name = other.begin();
  for (auto part = one.begin(); part != one.end() && name != other.end() && *part == *name; ++part, ++name) {
    shared /= *part;
  }
  return shared;
}

}  // namespace

Sources sources_of(const study::Study& study, const std::filesystem::path& values, base::Diagnostics& diagnostics) {
  Paths paths;
  for (const auto& file : {study.path, study.model, study.evidence, study.targets, values}) add(file, paths);
  if (study.uncertainty) add(study.uncertainty->dimensions, paths);
  add_folder(study.policies_folder, {".toml"}, paths);
  for (const std::filesystem::path& place : study.places) add_folder(place, {".toml", ".csv"}, paths);

  std::filesystem::path home = paths.begin()->parent_path();
  for (const std::filesystem::path& path : paths) home = common(home, path.parent_path());
  Sources sources;
  sources.study = base::from_the_root(study.path).lexically_relative(home).generic_string();
  if (!values.empty()) sources.values = base::from_the_root(values).lexically_relative(home).generic_string();
  for (const std::filesystem::path& path : paths) {
    const base::SharedSource source = base::read_text(path, diagnostics);
    if (source == nullptr) continue;
    sources.files.push_back({path.lexically_relative(home).generic_string(), std::string(source->text())});
  }
  return sources;
}

}  // namespace commonweal::explore
