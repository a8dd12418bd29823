// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/source_text.h"
#include "ensemble/block.h"
#include "ensemble/known_futures.h"
#include "ensemble/known_runs.h"
#include "road/road.h"

namespace commonweal::explore {

/// A study whose text changes while the files that it stands on stay the same: they are read once, and of its futures
/// only those are made that a change can have changed.
class KnownStudy {
 public:
  /// The study of this text; the library of policies is that of the text before it, where both name the same.
  study::Study read(const base::SourceText& text, base::Diagnostics& diagnostics);

  /// Goes the road for this text as far as its designs, with so many draws (nothing: as many as it says; 0: none).
  /// Nullptr after a fault; what was known stays known. What is given lasts until the next call.
  const road::Journey* settled(const base::SourceText& text, std::optional<std::uint64_t> draws,
                               base::Diagnostics& diagnostics);

  /// The same to its end.
  const road::Journey* findings(const base::SourceText& text, std::optional<std::uint64_t> draws,
                                base::Diagnostics& diagnostics);

 private:
  bool turn_to(study::Study study, base::Diagnostics& diagnostics);

  struct Read {
    std::string path, text;
    study::Study study;
  };
  std::optional<Read> read_;          ///< the last text that was read with nothing to be said of it
  std::optional<road::Journey> way_;  ///< nothing: no text has been without fault
  // Of its program: runs with every number at its centre, programs for lanes, draws.
  ensemble::KnownRuns runs_;
  ensemble::LanePrograms lanes_;
  ensemble::KnownFutures futures_;
};

}  // namespace commonweal::explore
