// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/page.h"
#include "road/road.h"

namespace commonweal::explore {

/// What one sees first: the answer in a sentence, the Graph of Doom of one's own choices (before there are any: of the
/// study's headline), and the gap beside that of the other scenarios.
report::Part short_part(const road::Journey& way);

}  // namespace commonweal::explore
