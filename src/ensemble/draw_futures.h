// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "ensemble/block.h"
#include "ensemble/checkpoint.h"
#include "ensemble/draws.h"
#include "program/program.h"
#include "study/design.h"
#include "study/draw_design.h"
#include "study/study.h"

namespace commonweal::ensemble {

/// So many neighbouring draws are made at once: as many as go into the widest block of lanes. It changes no figure.
inline constexpr std::uint64_t draws_in_a_block = 64;

struct Progress {
  std::uint64_t begun_at = 0;  ///< draws that an earlier run had made
  std::uint64_t done = 0, draws = 0;
  std::uint64_t failures = 0;
  std::string_view what = "draws";  ///< what is counted
};

/// How the work is done; none of it changes a figure.
struct DrawWork {
  unsigned threads = 1;
  std::function<bool(const Progress&)> goes_on =
      nullptr;                       ///< told after each block, on any thread; false stops the work
  Checkpoint* checkpoint = nullptr;  ///< where progress is saved; nothing: nowhere
};

/// Files in the checkpoint's folder that grow with the draws, for those who ask.
struct DrawTables {
  bool scalars = false;  ///< "draws.csv": a row for each draw
  bool figures = false;  ///< "figures": every yearly figure of every draw, as draw_tables.h says
};

/// What the draws of a study are computed from: each scenario of `runs` that is no bound. `variables` are those to
/// spread beside what the design wants. It points to all but the study and `variables`.
DrawTask draw_task(const study::Study& study, const study::Design& runs, const study::DrawDesign& design,
                   const program::Program& program, const std::vector<std::string>& variables);

/// The same, with programs for lanes that an earlier task of the same program left.
DrawTask draw_task(const study::Study& study, const study::Design& runs, const study::DrawDesign& design,
                   const program::Program& program, const std::vector<std::string>& variables, LanePrograms& known);

/// Makes every draw and gathers them. Nothing if the work was stopped, in which case all that is done has been saved;
/// or after a fault: a table that cannot be written ("unwritable-file") or gone on with ("stale-run"). Progress that
/// cannot be saved is a warning ("unsaved-progress"), and so are draws that could not be computed ("failed-draws").
std::optional<Draws> draw_futures(const DrawTask& task, const study::Study& study, const DrawTables& tables,
                                  const DrawWork& work, base::Diagnostics& diagnostics);

/// The warning "failed-draws" for each scenario of which some draws could not be computed.
void warn_of_failures(const Draws& draws, const study::Study& study, base::Diagnostics& diagnostics);

}  // namespace commonweal::ensemble
