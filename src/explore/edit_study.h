// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "base/source_text.h"
#include "explore/changes.h"

namespace commonweal::explore {

/// The text of a study with its own scenario and some ranges as they have been chosen, and every other byte as it was.
/// What the text does not have yet is put at its end. `study` is what the text says.
std::string edited(const base::SourceText& text, const study::Study& study, const Changed& changed);

}  // namespace commonweal::explore
