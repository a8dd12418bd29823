// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "base/source_text.h"
#include "syntax/document.h"

namespace commonweal::syntax {

/// By which method a model asks to be integrated: the fourth number of the line "15:" among the settings that Vensim
/// writes behind the sketch. 0 and 2 are Euler's, 1 and 5 are RK4; without such a line it is Euler's. RK4 with a step
/// that adapts (1) is taken with the model's own TIME STEP, as 5 is. Faults: a method that is not to be had.
Integration integration_of(const base::SourceText& source, base::Diagnostics& diagnostics);

}  // namespace commonweal::syntax
