// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "doors/cli/commands.h"
#include "ensemble/checkpoint.h"
#include "report/manifest.h"
#include "road/road.h"

namespace commonweal::doors {

/// All that determines the draws of a study and the tables of them.
ensemble::RunKey key_of(const road::Journey& way, const report::Manifest& manifest, bool keeps_figures);

/// The rest of the road, with progress told and Ctrl-C listened to; false if somebody wished it to end before it was
/// done.
bool draw_on(road::Journey& way, const UnderstandArguments& arguments, ensemble::Checkpoint* checkpoint,
             base::Diagnostics& diagnostics);

/// `--member`: one draw made again, alone. The exit code.
int replay(const road::Journey& way, const UnderstandArguments& arguments);

}  // namespace commonweal::doors
