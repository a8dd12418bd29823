// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

#include "ensemble/draw_futures.h"

namespace commonweal::doors {

/// Tells on stderr how far long work is: one line that changes on a terminal, else (if asked) a line now and then.
class ProgressMeter {
 public:
  explicit ProgressMeter(bool is_asked_for);
  ~ProgressMeter();
  ProgressMeter(const ProgressMeter&) = delete;
  ProgressMeter& operator=(const ProgressMeter&) = delete;

  void show(const ensemble::Progress& progress);

 private:
  using Clock = std::chrono::steady_clock;

  bool is_terminal_, is_shown_;
  bool has_line_ = false;  ///< on the terminal, to be wiped out
  Clock::time_point begun_, last_;
  std::string what_ = "draws";  ///< is counted since `begun_`
};

/// "320 of 1,024 draws, 85 a second, 8 seconds left, 2 failed".
std::string progress_in_words(const ensemble::Progress& progress, double seconds);

}  // namespace commonweal::doors
