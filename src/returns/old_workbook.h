// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"
#include "returns/sheet.h"

namespace commonweal::returns {

/// The sheets of a workbook of Excel 97 to 2003 (.xls).
std::vector<Sheet> read_old_workbook(const base::SourceText& file, base::Diagnostics& diagnostics);

}  // namespace commonweal::returns
