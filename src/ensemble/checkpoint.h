// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"

namespace commonweal::ensemble {

/// Everything that determines a result, each part by a name for people and its value or hash.
using RunKey = std::vector<std::pair<std::string, std::string>>;

/// Where unfinished work is kept: a hidden folder beside the result that is to come, `.NAME.unfinished`. It holds the
/// state of the last save, whole, whatever happens to the program.
class Checkpoint {
 public:
  /// Opens or makes the folder for the result `output`. Faults: "unwritable-folder"; "run-in-progress" if another run
  /// is at work in it; if `resume`, "stale-run" where what stands there is of another key or of no use. A warning
  /// ("unfinished-run", or "nothing-to-resume") where it is not as one might think.
  Checkpoint(const std::filesystem::path& output, RunKey key, bool resume, base::Diagnostics& diagnostics);
  ~Checkpoint();
  Checkpoint(const Checkpoint&) = delete;
  Checkpoint& operator=(const Checkpoint&) = delete;

  /// The state to go on from; empty: from the beginning.
  std::string take_state() { return std::move(state_); }

  /// Takes bytes of a state, piece by piece, so that it need not be in the memory twice.
  using Write = std::function<void(std::string_view)>;

  /// Writes a state, after so many of all draws, in place of the last one, or leaves that. The reason if it cannot be
  /// written; then nothing was lost.
  std::string save(std::uint64_t done, const std::function<void(const Write&)>& write_state);

  /// Whether anything has been saved, now or earlier.
  bool is_saved() const { return is_saved_; }

  /// The result stands: what is unfinished is of no use any more.
  void discard();

  const std::filesystem::path& folder() const { return folder_; }

  /// Where the folder for a result stands.
  static std::filesystem::path folder_for(const std::filesystem::path& output);

 private:
  std::string make_folder();
  bool lock(base::Diagnostics& diagnostics);
  void read(bool resume, base::Diagnostics& diagnostics);

  std::filesystem::path folder_;
  std::vector<std::filesystem::path> made_;  ///< folders that were not there, outermost first
  RunKey key_;
  std::string state_;
  bool is_saved_ = false;
  int lock_ = -1;
};

}  // namespace commonweal::ensemble
