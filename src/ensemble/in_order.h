// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#if !defined(__wasm__)  // there are no threads in a page
#include <condition_variable>
#include <mutex>
#include <thread>
#endif

namespace commonweal::ensemble {

/// Makes the results of jobs `first` .. `end` - 1 on several threads at once, and takes them one after another in the
/// order of the jobs, so that what comes of them does not depend on the threads. `make(job)` must touch nothing that
/// changes; `take(job, result)` is never called twice at once, on whichever thread, and stops the work by false. At
/// most one result a thread waits to be taken. Gives the first job that was not taken: `end` if all were.
template <typename Make, typename Take>
std::uint64_t run_in_order(std::uint64_t first, std::uint64_t end, unsigned threads, const Make& make,
                           const Take& take) {
#if defined(__wasm__)
  static_cast<void>(threads);
  std::uint64_t next = first;
  while (next < end && take(next, make(next))) ++next;
  return next;
#else
  std::mutex mutex;
  std::condition_variable turn_came;
  std::uint64_t next_to_make = first, next_to_take = first;
  bool is_stopped = false;

  const auto work = [&] {
    std::unique_lock lock(mutex);
    while (!is_stopped && next_to_make < end) {
      const std::uint64_t job = next_to_make++;
      lock.unlock();
      auto result = make(job);
      lock.lock();
      turn_came.wait(lock, [&] { return is_stopped || next_to_take == job; });
      if (is_stopped) return;
      lock.unlock();  // it is this job's turn, and nobody else's, until next_to_take is another
      const bool goes_on = take(job, std::move(result));
      lock.lock();
      if (goes_on) ++next_to_take;
      is_stopped = !goes_on;
      turn_came.notify_all();
    }
  };
  {
    std::vector<std::jthread> helpers;  // this thread works too
    for (unsigned i = 1; i < threads && i < end - std::min(first, end); ++i) helpers.emplace_back(work);
    work();
  }
  return next_to_take;
#endif
}

}  // namespace commonweal::ensemble
