// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"
#include "returns/sheet.h"

namespace commonweal::returns {

/// The sheets of an OpenDocument spreadsheet (.ods).
std::vector<Sheet> read_open_document(const base::SourceText& file, base::Diagnostics& diagnostics);

}  // namespace commonweal::returns
