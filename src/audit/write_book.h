// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "audit/book.h"
#include "base/diagnostics.h"
#include "base/new_folder.h"

namespace commonweal::audit {

/// What a formula's cell holds until a spreadsheet works it out: programs that only look show it.
enum class Shown { engines_number, nothing };

/// Writes a workbook with working formulas. Inputs are blue and their cells shaded, numbers of the engine are grey;
/// the sheets say so in words too. The same bytes each time. Gives the reason if the file cannot be written.
std::optional<std::string> write_book(const Book& book, const std::filesystem::path& path,
                                      Shown shown = Shown::engines_number);

/// Writes it as audit.xlsx into a folder of results. Fault: "unwritable-file".
void write(const Book& book, const base::NewFolder& folder, base::Diagnostics& diagnostics);

}  // namespace commonweal::audit
