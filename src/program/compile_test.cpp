// SPDX-License-Identifier: Apache-2.0
#include "program/compile.h"

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "syntax/mdl.h"

namespace commonweal::program {
namespace {

Program compile_text(const std::string& text) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>(
      "model.mdl", text + "INITIAL TIME = 0 ~ ~ |\nFINAL TIME = 1 ~ ~ |\nTIME STEP = 1 ~ ~ |\n");
  Program program = compile(model::build(syntax::parse(source, diagnostics), diagnostics), diagnostics);
  EXPECT_EQ(diagnostics.render(), "");
  return program;
}

TEST(Compile, AnArrayEquationIsOneBlockOfManyTurns) {
  const Program program =
      compile_text("Age: young, middle, old ~ ~ |\nx[Age] = 2 * y[Age] + 1 ~ ~ |\ny[Age] = 1, 2, 3 ~ ~ |\n");
  ASSERT_EQ(program.advance.size(), 1U);
  EXPECT_EQ(program.advance.front().turns, 3U);
  EXPECT_EQ(program.advance.front().instruction_count, 2U);
  EXPECT_TRUE(program.addresses.empty());  // neighbours need no table
}

TEST(Compile, ASumIsABlockBeforeTheOneThatUsesIt) {
  const Program program = compile_text("Age: young, old ~ ~ |\nx = 10 * SUM(2 * y[Age!]) ~ ~ |\ny[Age] = 1, 2 ~ ~ |\n");
  EXPECT_EQ(dump(program),
            "14 slots, 4 instructions, 0 tables, 0 series\n"
            "  #1 y[young] starts at 1\n"
            "  #2 y[old] starts at 2\n"
            "  #4 FINAL TIME starts at 1\n"
            "  #5 TIME STEP starts at 1\n"
            "  #7 starts at 10\n"
            "  #8 starts at 2\n"
            "controls\n"
            "initialise\n"
            "advance\n"
            "  2 turns\n"
            "    #9 = multiply(#8; y[young] +1)\n"
            "    #10 +1 = copy(#9)\n"
            "  1 turn\n"
            "    #12 = sum(#10 +2; 2 neighbours)\n"
            "    x = multiply(#7; #12)\n"
            "rates\n");
}

TEST(Compile, OnlyCirclesOfElementsAreTakenApart) {
  const Program program = compile_text(
      "Step: one, two, three ~ ~ |\nLater: two, three -> Earlier ~ ~ |\nEarlier: one, two ~ ~ |\n"
      "x[one] = 1 ~ ~ |\nx[Later] = x[Earlier] * 2 ~ ~ |\n");
  ASSERT_EQ(program.advance.size(), 2U);
  EXPECT_EQ(program.advance.front().turns, 1U);
}

TEST(Compile, NamesTheVariableOfASlot) {
  const Program program = compile_text("Age: young, old ~ ~ |\nx[Age] = 1, 2 ~ person ~ |\n");
  const Variable& x = *program.find("X");
  EXPECT_EQ(x.kind, Kind::constant);
  EXPECT_EQ(program.named(x.first_slot + 1).text, "x[old]");
  EXPECT_EQ(program.named(program.slots).variable, nullptr);
  EXPECT_EQ(program.find("z"), nullptr);
}

TEST(Compile, OnlyWhatAStockNeedsIsInitialised) {
  const Program program = compile_text("s = INTEG(a, b) ~ ~ |\na = 1 + s ~ ~ |\nb = 2 * c ~ ~ |\nc = Time + 3 ~ ~ |\n");
  EXPECT_EQ(program.initialise.size(), 3U);  // c, b and s
  EXPECT_EQ(program.advance.size(), 3U);     // a, b and c
  EXPECT_EQ(program.rates.size(), 1U);
}

}  // namespace
}  // namespace commonweal::program
