// SPDX-License-Identifier: Apache-2.0
#include "doors/cli/progress.h"

#include <cmath>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "base/text.h"
#include "doors/cli/talk.h"

namespace commonweal::doors {

namespace {

/// A time that people can use: no seconds where there are hours.
std::string time_in_words(double seconds) {
  const double whole = std::ceil(seconds);
  if (whole < 100) return base::counted(static_cast<std::size_t>(whole), "second");
  if (whole < 100 * 60) return base::counted(static_cast<std::size_t>(std::ceil(whole / 60)), "minute");
  return base::counted(static_cast<std::size_t>(std::ceil(whole / 3600)), "hour");
}

}  // namespace

ProgressMeter::ProgressMeter(bool is_asked_for)
    : is_terminal_(::isatty(STDERR_FILENO) == 1),
      is_shown_(is_terminal_ || is_asked_for),
      begun_(Clock::now()),
      last_(begun_) {}

ProgressMeter::~ProgressMeter() {
  if (has_line_) fmt::print(stderr, "\r\x1b[K");
}

void ProgressMeter::show(const ensemble::Progress& progress) {
  const Clock::time_point now = Clock::now();
  if (progress.what != what_) {  // other work begins; how fast it goes can be said the next time
    what_ = progress.what;
    begun_ = last_ = now;
    return;
  }
  const std::chrono::duration<double> since_last = now - last_, since_begun = now - begun_;
  if (!is_shown_ || since_last.count() < (is_terminal_ ? 0.2 : 1.0)) return;
  last_ = now;
  const std::string words = progress_in_words(progress, since_begun.count());
  if (!is_terminal_) return say(words);
  fmt::print(stderr, "\r{}\x1b[K", words);
  has_line_ = true;
}

std::string progress_in_words(const ensemble::Progress& progress, double seconds) {
  const auto number = [](std::uint64_t count) { return base::grouped(static_cast<double>(count), 0); };
  const double rate = static_cast<double>(progress.done - progress.begun_at) / seconds;
  const double left = static_cast<double>(progress.draws - progress.done) / rate;
  std::string words = fmt::format("{} of {} {}, {} a second, {} left", number(progress.done), number(progress.draws),
                                  progress.what, base::grouped(rate, rate < 10 ? 1 : 0), time_in_words(left));
  if (progress.failures > 0) words += fmt::format(", {} failed", number(progress.failures));
  return words;
}

}  // namespace commonweal::doors
