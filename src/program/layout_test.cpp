// SPDX-License-Identifier: Apache-2.0
#include "program/layout.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "program/operands.h"

namespace commonweal::program {
namespace {

/// The slot an operand means in a turn, as Operand defines it.
std::uint32_t slot(const Program& program, const Operand& operand, std::uint32_t turn) {
  return operand.table == Operand::affine ? operand.first + operand.stride * turn
                                          : program.addresses[operand.table][turn];
}

TEST(Layout, TheSameNumberHasOneSlot) {
  Program program;
  Layout layout(model::Model{}, program);
  EXPECT_EQ(layout.literal(2.5), layout.literal(2.5));
  EXPECT_NE(layout.literal(0.0), layout.literal(-0.0));
  EXPECT_EQ(program.start, (std::vector<double>{2.5, 0.0, -0.0}));
}

TEST(Layout, NeighboursRepeatsAndFallingRowsNeedNoTable) {
  Program program;
  for (const std::vector<std::uint32_t>& slots :
       {std::vector<std::uint32_t>{7}, {7, 7, 7}, {3, 4, 5}, {3, 6, 9}, {9, 6, 3}}) {
    const Operand operand = operand_of(program, slots);
    for (std::uint32_t turn = 0; turn < slots.size(); ++turn) EXPECT_EQ(slot(program, operand, turn), slots[turn]);
  }
  EXPECT_TRUE(program.addresses.empty());
}

RC_GTEST_PROP(LayoutProperty, AnOperandMeansTheSlotsItWasMadeOf, ()) {
  const auto slots = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(0U, 20U)));
  Program program;
  const Operand operand = operand_of(program, slots);
  for (std::uint32_t turn = 0; turn < slots.size(); ++turn) RC_ASSERT(slot(program, operand, turn) == slots[turn]);
}

}  // namespace
}  // namespace commonweal::program
