// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "base/diagnostics.h"
#include "returns/outturn.h"
#include "review/provenance.h"

namespace commonweal::review {

/// The returns of a folder, one a year.
struct ReturnsFolder {
  std::map<int, returns::Outturn> by_year;
  std::map<int, DataFile> files;

  /// The files of the years from `first` to `last`, those missing passed over.
  std::vector<DataFile> files_of(int first, int last) const;
};

/// Reads them. Of several files of a year the table (.csv) is read; a file that is no return at all (a note, another
/// table) is passed over. Faults: those of reading returns, "unreadable-folder".
ReturnsFolder read_returns(const std::filesystem::path& folder, base::Diagnostics& diagnostics);

}  // namespace commonweal::review
