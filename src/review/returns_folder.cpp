// SPDX-License-Identifier: Apache-2.0
#include "review/returns_folder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"

namespace commonweal::review {

namespace {

namespace fs = std::filesystem;

bool is_return(const fs::path& path) {
  const std::string extension = base::lower(path.extension().string());
  return extension == ".csv" || extension == ".xlsx" || extension == ".xls" || extension == ".ods";
}

/// The files of a folder that may be returns: tables first, then by name.
std::vector<fs::path> files_in(const fs::path& folder, base::Diagnostics& diagnostics) {
  std::error_code failure;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, failure)) {
    if (entry.is_regular_file() && is_return(entry.path())) files.push_back(entry.path());
  }
  if (failure) {
    diagnostics.error(
        "unreadable-folder", base::Position::file(folder.string()),
        fmt::format("'{}' cannot be read as a folder of returns: {}", folder.string(), base::reason(failure)));
  }
  std::ranges::sort(files, {}, [](const fs::path& path) {
    return std::pair(base::lower(path.extension().string()) != ".csv", path.filename().string());
  });
  return files;
}

DataFile data_file(const fs::path& path, base::FinancialYear year, base::Diagnostics& diagnostics) {
  const base::SharedSource source = base::read_text(path, diagnostics);
  return {path.filename().string(), year, source ? base::sha256(source->text()) : ""};
}

}  // namespace

std::vector<DataFile> ReturnsFolder::files_of(int first, int last) const {
  std::vector<DataFile> some;
  for (const auto& [year, file] : files) {
    if (year >= first && year <= last) some.push_back(file);
  }
  return some;
}

ReturnsFolder read_returns(const fs::path& folder, base::Diagnostics& diagnostics) {
  ReturnsFolder result;
  for (const fs::path& path : files_in(folder, diagnostics)) {
    base::Diagnostics faults;
    const auto sheets = returns::read_sheets(path, faults);
    auto outturn = returns::find_outturn(sheets, std::nullopt, faults);
    if (outturn) {
      const base::FinancialYear year = outturn->year;
      const bool is_first_of_year = result.by_year.emplace(year.start, std::move(*outturn)).second;
      if (is_first_of_year) result.files.emplace(year.start, data_file(path, year, diagnostics));
    } else {
      for (const base::Diagnostic& fault : faults.all()) {
        if (fault.name == "no-outturn") continue;
        diagnostics.error(fault.name, fault.position, fault.message, fault.hint);
      }
    }
  }
  return result;
}

}  // namespace commonweal::review
