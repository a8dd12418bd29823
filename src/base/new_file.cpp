// SPDX-License-Identifier: Apache-2.0
#include "base/new_file.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "base/files.h"

namespace commonweal::base {

bool write_file(const std::filesystem::path& path, std::string_view content, Diagnostics& diagnostics) {
  const auto fail = [&](std::error_code why) {
    diagnostics.error("unwritable-file", Position::file(path.string()),
                      fmt::format("'{}' cannot be written: {}", path.string(), reason(why)));
    return false;
  };
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored)) {
    // A pipe or a device is written as it is: nothing can be put in its place.
    if (std::filesystem::is_directory(path, ignored)) return fail(std::make_error_code(std::errc::is_a_directory));
    std::FILE* stream = std::fopen(path.c_str(), "wb");
    const bool sent = stream != nullptr && std::fwrite(content.data(), 1, content.size(), stream) == content.size();
    const bool closed = stream != nullptr && std::fclose(stream) == 0;
    return sent && closed ? true : fail({errno, std::generic_category()});
  }
  const std::filesystem::path beside =
      path.parent_path() / fmt::format(".{}.new-{}", path.filename().string(), ::getpid());
  std::FILE* file = std::fopen(beside.c_str(), "wb");
  if (file == nullptr) return fail({errno, std::generic_category()});
  const bool written = std::fwrite(content.data(), 1, content.size(), file) == content.size();
  const int write_fault = errno;
  const bool closed = std::fclose(file) == 0;  // a full disk may show only here
  std::error_code failure;
  if (!written || !closed) {
    failure = {written ? errno : write_fault, std::generic_category()};
  } else {
    std::filesystem::rename(beside, path, failure);
  }
  if (!failure) return true;
  std::filesystem::remove(beside, ignored);
  return fail(failure);
}

}  // namespace commonweal::base
