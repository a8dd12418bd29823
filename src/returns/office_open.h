// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"
#include "returns/sheet.h"

namespace commonweal::returns {

/// The sheets of an Office Open XML workbook (.xlsx), hidden ones too, with the values last computed.
std::vector<Sheet> read_office_open(const base::SourceText& file, base::Diagnostics& diagnostics);

}  // namespace commonweal::returns
