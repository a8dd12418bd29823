// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// A workbook as LibreOffice sees it. Needs the package libreoffice-calc-nogui.
namespace commonweal::report {

/// The cells of a sheet as text, row by row, figures in full.
using SheetText = std::vector<std::vector<std::string>>;

/// Has LibreOffice work out every formula of a workbook anew, whatever its cells say, and gives each sheet by its tab.
/// Empty if that fails. Files are written beside the workbook.
std::map<std::string, SheetText> recalculated(const std::filesystem::path& workbook);

}  // namespace commonweal::report
