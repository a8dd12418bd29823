// SPDX-License-Identifier: Apache-2.0
#include "base/growing_file.h"

#include <cerrno>
#include <system_error>

#include <sys/stat.h>

#include "base/files.h"

namespace commonweal::base {

namespace {

std::string last_reason() {
  return reason({errno, std::generic_category()});
}

}  // namespace

std::string GrowingFile::open(std::uint64_t size) {
  file_.reset(std::fopen(path_.c_str(), size == 0 ? "wb" : "r+b"));
  if (file_ == nullptr) return last_reason();
  size_ = size;
  if (size == 0) return "";
  std::error_code failure;
  const std::uintmax_t there = std::filesystem::file_size(path_, failure);
  if (!failure && there < size) return "it is shorter than it was";
  if (!failure) std::filesystem::resize_file(path_, size, failure);
  if (failure) return reason(failure);
  return ::fseeko(file_.get(), static_cast<off_t>(size), SEEK_SET) == 0 ? "" : last_reason();
}

std::string GrowingFile::append(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) return last_reason();
  size_ += bytes.size();
  return "";
}

std::string GrowingFile::flush() {
  if (std::fflush(file_.get()) != 0) return last_reason();
  struct stat open_file{}, named_file{};
  if (::fstat(::fileno(file_.get()), &open_file) != 0) return last_reason();
  const bool is_there = ::stat(path_.c_str(), &named_file) == 0 && open_file.st_ino == named_file.st_ino &&
                        open_file.st_dev == named_file.st_dev;
  return is_there ? "" : "it was removed while it was written";
}

}  // namespace commonweal::base
