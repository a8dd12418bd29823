// SPDX-License-Identifier: Apache-2.0
#include "ensemble/in_order.h"

#include <atomic>
#include <chrono>

#include <gtest/gtest.h>

#include "random/stream.h"

namespace commonweal::ensemble {
namespace {

/// A job that takes a while, now longer and now shorter.
std::uint64_t square(std::uint64_t job) {
  std::this_thread::sleep_for(std::chrono::microseconds(random::Stream(0, "job").below(300, job, 0, {})));
  return job * job;
}

TEST(RunInOrder, TakesWhatManyThreadsMakeOneAfterAnother) {
  for (const unsigned threads : {1U, 2U, 8U}) {
    std::vector<std::uint64_t> taken;
    std::atomic<int> takers = 0;
    const std::uint64_t next = run_in_order(5, 205, threads, square, [&](std::uint64_t job, std::uint64_t result) {
      EXPECT_EQ(++takers, 1);
      EXPECT_EQ(result, job * job);
      taken.push_back(job);
      --takers;
      return true;
    });
    EXPECT_EQ(next, 205U);
    ASSERT_EQ(taken.size(), 200U);
    for (std::size_t i = 0; i < taken.size(); ++i) EXPECT_EQ(taken[i], i + 5);
  }
}

TEST(RunInOrder, StopsWhenATakerSaysSo) {
  for (const unsigned threads : {1U, 2U, 8U}) {
    std::uint64_t last = 0;
    const std::uint64_t next = run_in_order(0, 1'000'000, threads, square, [&](std::uint64_t job, std::uint64_t) {
      last = job;
      return job < 17;
    });
    EXPECT_EQ(last, 17U);
    EXPECT_EQ(next, 17U);
  }
}

TEST(RunInOrder, KeepsNoMoreResultsThanThreads) {
  std::atomic<int> waiting = 0, most = 0;
  run_in_order(
      0, 200, 4,
      [&](std::uint64_t job) {
        const int now = ++waiting;
        for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
        }
        return square(job);
      },
      [&](std::uint64_t, std::uint64_t) {
        --waiting;
        return true;
      });
  EXPECT_LE(most, 4);
  EXPECT_GE(most, 1);
}

TEST(RunInOrder, HasNothingToDoWithoutJobs) {
  EXPECT_EQ(run_in_order(3, 3, 8, square, [](std::uint64_t, std::uint64_t) { return true; }), 3U);
}

}  // namespace
}  // namespace commonweal::ensemble
