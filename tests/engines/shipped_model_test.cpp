// SPDX-License-Identifier: Apache-2.0
// The shipped model, computed in every way there is: the same bits.
#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "engine/compiled_c_test.h"
#include "engine/compiled_test.h"
#include "engine/lanes_test.h"
#include "laws/public_services.h"
#include "program/prune.h"

namespace commonweal::engine {
namespace {

std::vector<std::uint32_t> all_slots() {
  std::vector<std::uint32_t> slots;
  for (const program::Variable& variable : laws::shipped_program().variables) {
    for (std::uint32_t i = 0; i < variable.elements.size(); ++i) {
      if (variable.defined[i]) slots.push_back(variable.first_slot + i);
    }
  }
  return slots;
}

/// Every third constant, but for time controls and switches, by up to a tenth more or less; all loops act.
struct Block {
  Varying varying;
  std::vector<program::Inputs> inputs;
};
Block block_of(std::size_t lanes) {
  const program::Program& program = laws::shipped_program();
  Block block;
  block.inputs.assign(lanes, laws::shipped_inputs());
  std::size_t nth = 0;
  for (const program::Variable& variable : program.variables) {
    if (variable.kind != program::Kind::constant) continue;
    for (std::uint32_t i = 0; i < variable.elements.size(); ++i) {
      const std::uint32_t slot = variable.first_slot + i;
      const bool is_control = slot == program.time_step || slot == program.saveper || slot == program.final_time ||
                              slot == program.initial_time;
      if (variable.name.starts_with("loop ")) {
        for (program::Inputs& each : block.inputs) each.settings.push_back({slot, 1});
      } else if (!is_control && program.start[slot] != 0 && nth++ % 3 == 0) {
        block.varying.slots.push_back(slot);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
          const double factor = 0.9 + 0.2 * static_cast<double>((lane * 37 + nth * 11) % 101) / 100;
          block.inputs[lane].settings.push_back({slot, program.start[slot] * factor});
        }
      }
    }
  }
  return block;
}

TEST(ShippedModel, IsTheSameOnLanesOfAnyWidth) {
  const Block block = block_of(130);
  EXPECT_GT(block.varying.slots.size(), 50U);
  EXPECT_EQ(difference(laws::shipped_program(), all_slots(), block.varying, block.inputs), "");
}

TEST(ShippedModel, IsTheSameWhereLittleIsAskedFor) {
  const Block block = block_of(130);
  const auto observed = slots_of(laws::shipped_program(), {"shortfall", "total unmet need"});
  const program::Program asked = program::pruned(laws::shipped_program(), observed);
  EXPECT_EQ(difference(asked, observed, block.varying, block.inputs), "");
}

TEST(ShippedModel, IsTheSameInC) {
  const program::Program& program = laws::shipped_program();
  const CompiledC compiled(program);
  const std::vector<std::uint32_t> observed = all_slots();
  for (const program::Inputs& inputs : block_of(3).inputs) {
    const Shown expected = shown_plainly(program, inputs, observed);
    EXPECT_EQ(expected.end, "end");
    std::vector<std::vector<std::uint64_t>> seen;
    compiled.run(inputs, [&](const double* values) {
      auto& moment = seen.emplace_back();
      moment.push_back(std::bit_cast<std::uint64_t>(values[program.time]));
      for (const std::uint32_t slot : observed) moment.push_back(std::bit_cast<std::uint64_t>(values[slot]));
    });
    EXPECT_TRUE(seen == expected.moments);
  }
}

}  // namespace
}  // namespace commonweal::engine
