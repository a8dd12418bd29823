// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "study/design.h"

namespace commonweal::ensemble {

/// Whether two runs of one program must give the same figures: the same years, and exactly the same inputs. Whose
/// scenario they are does not matter.
bool is_same_run(const study::Run& one, const study::Run& other);

}  // namespace commonweal::ensemble
