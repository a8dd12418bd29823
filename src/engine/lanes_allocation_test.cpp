// SPDX-License-Identifier: Apache-2.0
// Counts what is taken from the heap, by an operator new of its own, in this whole test program. A sanitizer has one
// too, and must keep it: under one there is nothing to count with.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#include <atomic>
#include <cstdlib>
#include <new>

#include <gtest/gtest.h>

#include "engine/compiled_test.h"
#include "engine/lanes_test.h"

namespace {
std::atomic<std::size_t> taken{0};  // NOLINT: an operator new can have no other place to count
}  // namespace

void* operator new(std::size_t size) {
  ++taken;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace commonweal::engine {
namespace {

TEST(LanesAllocation, NothingIsTakenFromTheHeapInAStep) {
  const program::Program program = ten_years(
      "Who: p, q ~ ~ |\na = 1 ~ ~ |\nw[Who] = 1, 2 ~ ~ |\nt((0, 0), (1, 2)) ~ ~ |\nd ~ ~ |\n"
      "x = EXP(t(a) * Time / 100) + SUM(w[Who!] * a) + SIN(a) + d ~ ~ |\ns = INTEG(x, 1) ~ ~ |\n"
      "y = SAMPLE IF TRUE(Time > a, Time, 0) + DELAY FIXED(x, 1, 0) + SMOOTH3(x, 2) ~ ~ |\n"
      "got[Who] = ALLOCATE BY PRIORITY(w[Who], w[Who] + a, 2, 1, Time) ~ ~ |\n");
  const LaneProgram lanes = prepare(program, slots_of(program, {"x", "y", "s", "got"}),
                                    {{program.find("a")->first_slot}, {}}, available_kernels().back());
  Registers registers(lanes);
  const auto taken_by = [&](double years) {
    program::Inputs inputs;
    inputs.settings = {{program.find("a")->first_slot, 0.5}, {program.final_time, years}};
    inputs.series.push_back({{0, 5}, {1, 2}});
    const program::Inputs* const one[] = {&inputs};
    double sum = 0;
    const std::size_t before = taken;
    const auto faults = run(lanes, one, registers, [&](const Moment& moment) { sum += moment.columns.front()[0]; });
    EXPECT_FALSE(faults.front().has_value());
    EXPECT_GT(sum, 0);
    return taken - before;
  };
  taken_by(1);  // room for what waits in the delay is taken once
  EXPECT_GT(taken_by(1), 0U);
  EXPECT_EQ(taken_by(1), taken_by(100));
}

}  // namespace
}  // namespace commonweal::engine
#endif
