// SPDX-License-Identifier: Apache-2.0
#include "base/new_folder.h"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "base/files.h"

namespace commonweal::base {
namespace {

namespace fs = std::filesystem;

/// A hidden name beside `target` that tells people and later runs what it was for.
fs::path hidden_beside(const fs::path& target, std::string_view purpose, int attempt) {
  const std::string name = fmt::format(".{}.{}-{}-{}", target.filename().string(), purpose, ::getpid(), attempt);
  return target.parent_path() / name;
}

/// The path without links, dots and a slash at its end, so that what is beside it can be named.
fs::path resolved(const fs::path& path) {
  std::error_code failure;
  fs::path result = fs::weakly_canonical(fs::absolute(path, failure), failure);
  if (failure) result = fs::absolute(path, failure).lexically_normal();
  return result.has_filename() ? result : result.parent_path();
}

void report_unwritable(const fs::path& folder, const std::string& why, Diagnostics& diagnostics) {
  diagnostics.error("unwritable-folder", Position::file(folder.string()),
                    fmt::format("the folder '{}' cannot be written: {}", folder.string(), why));
}

}  // namespace

NewFolder::NewFolder(fs::path target, Diagnostics& diagnostics)
    : asked_for_(std::move(target)), target_(resolved(asked_for_)) {
  if (asked_for_.empty() || !target_.has_filename()) {
    report_unwritable(asked_for_, "it needs a name of its own", diagnostics);
    return;
  }
  if (may_replace_target(diagnostics) && make_parents(diagnostics)) make_working_folder(diagnostics);
}

NewFolder::~NewFolder() {
  if (committed_) return;
  std::error_code ignored;  // nothing more can be done about it here
  if (!working_.empty()) fs::remove_all(working_, ignored);
  for (auto parent = made_parents_.rbegin(); parent != made_parents_.rend(); ++parent) fs::remove(*parent, ignored);
}

bool NewFolder::may_replace_target(Diagnostics& diagnostics) const {
  std::error_code failure;
  const fs::file_status status = fs::status(target_, failure);
  if (!fs::exists(status)) return true;  // what keeps it from being made shows when its parents are made
  if (!fs::is_directory(status)) {
    report_unwritable(asked_for_, "it is a file", diagnostics);
    return false;
  }
  if (fs::exists(target_ / mark, failure) || fs::is_empty(target_, failure)) return true;
  if (failure) {
    report_unwritable(asked_for_, reason(failure), diagnostics);
  } else {
    diagnostics.error("occupied-folder", Position::file(asked_for_.string()),
                      fmt::format("the folder '{}' holds other files than results", asked_for_.string()),
                      "name a new folder: what stands in this one would be lost");
  }
  return false;
}

bool NewFolder::make_parents(Diagnostics& diagnostics) {
  std::vector<fs::path> missing;
  std::error_code failure;
  fs::path parent = target_.parent_path();
  for (; !fs::exists(parent, failure) && parent.has_relative_path(); parent = parent.parent_path()) {
    missing.push_back(parent);
  }
  if (fs::exists(parent, failure) && !fs::is_directory(parent, failure)) {
    report_unwritable(asked_for_, fmt::format("'{}' is a file, not a folder", parent.string()), diagnostics);
    return false;
  }
  for (auto folder = missing.rbegin(); folder != missing.rend(); ++folder) {
    if (fs::create_directory(*folder, failure)) made_parents_.push_back(*folder);
    if (failure) {
      report_unwritable(asked_for_, reason(failure), diagnostics);
      return false;
    }
  }
  return true;
}

bool NewFolder::make_working_folder(Diagnostics& diagnostics) {
  // Not mkdtemp: its folder is closed to everybody else, and the finished result keeps that.
  constexpr int most_attempts = 100;
  std::error_code failure;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const fs::path candidate = hidden_beside(target_, "new", attempt);
    if (fs::create_directory(candidate, failure)) {
      working_ = candidate;
      return true;
    }
    if (failure) break;  // otherwise the name is taken, by a run that was killed or another in this program
  }
  report_unwritable(asked_for_, failure ? reason(failure) : "too many unfinished results stand beside it", diagnostics);
  return false;
}

bool NewFolder::write(const std::string& name, std::string_view content, Diagnostics& diagnostics) {
  if (working_.empty()) return false;
  std::FILE* file = std::fopen((working_ / name).c_str(), "wb");
  bool done = file != nullptr && std::fwrite(content.data(), 1, content.size(), file) == content.size();
  int fault = errno;
  if (file != nullptr && std::fclose(file) != 0 && done) {  // a full disk may show only here
    done = false;
    fault = errno;
  }
  if (!done) {
    const std::string path = (asked_for_ / name).string();
    diagnostics.error("unwritable-file", Position::file(path),
                      fmt::format("'{}' cannot be written: {}", path, reason({fault, std::generic_category()})));
  }
  return done;
}

bool NewFolder::commit(Diagnostics& diagnostics) {
  if (working_.empty() || committed_) return false;
  // What stood here may have changed since the beginning, which can be long ago.
  if (!may_replace_target(diagnostics)) return false;

  std::error_code failure;
  const fs::path old = hidden_beside(target_, "old", 0);
  const bool replaces = fs::exists(target_, failure);
  if (replaces) fs::rename(target_, old, failure);
  const bool moved_aside = replaces && !failure;
  if (!failure) fs::rename(working_, target_, failure);
  if (failure) {
    report_unwritable(asked_for_, reason(failure), diagnostics);
    std::error_code ignored;
    if (moved_aside) fs::rename(old, target_, ignored);
    return false;
  }
  committed_ = true;
  if (moved_aside) fs::remove_all(old, failure);
  if (failure) {
    diagnostics.warning("leftover-folder", Position::file(old.string()),
                        fmt::format("the earlier result could not be deleted: {}", reason(failure)));
  }
  return true;
}

}  // namespace commonweal::base
