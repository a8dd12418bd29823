// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace commonweal::returns {

/// What a file holds, told by its first bytes and, in an archive, by what is in it.
enum class FileKind {
  table,          ///< text: values between commas
  office_open,    ///< .xlsx
  open_document,  ///< .ods
  old_workbook,   ///< .xls: Excel 97 to 2003
  locked,         ///< a workbook that needs a password
  other,
};

FileKind kind_of(std::string_view bytes);

/// "unreadable-workbook", with the reason.
void report_unreadable(const std::string& path, const std::string& reason, base::Diagnostics& diagnostics);

/// "unreadable-workbook": a sheet has more than `most_cells`.
void report_too_large(const std::string& path, const std::string& sheet, base::Diagnostics& diagnostics);

/// The files packed into a workbook.
class Archive {
 public:
  explicit Archive(std::string_view bytes);  ///< `bytes` must outlive it
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool is_open() const;

  /// The content of a file in it; nothing if there is none, it is damaged, or larger than 512 MiB.
  std::optional<std::string> content(const std::string& name) const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace commonweal::returns
