// SPDX-License-Identifier: Apache-2.0
#include "book/loops.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "model/built_test.h"

namespace commonweal::book {
namespace {

/// "switch: a -> b, c -> b: b, c": the cut links and the circle of each switch.
std::string loops_of(const std::string& text) {
  const model::Built built = model::build_text(text);
  EXPECT_EQ(built.diagnostics.render(), "");
  std::vector<std::string> lines;
  for (const Loop& loop : loops(built.model)) {
    const auto name = [&](model::VariableId id) { return built.model.variables[id].name; };
    std::vector<std::string> links, circle;
    for (const Link& link : loop.frozen) links.push_back(name(link.from) + " -> " + name(link.to));
    for (const model::VariableId step : loop.circle) circle.push_back(name(step));
    lines.push_back(name(loop.loop_switch) + ": " + base::joined(links, ", ") + ": " + base::joined(circle, ", "));
  }
  return base::joined(lines, "\n");
}

const std::string growth =
    "loop R1 growth = 0 ~ dimensionless ~ |\n"
    "rate = 0.1 ~ 1/year ~ |\n"
    "people = INTEG(births, 1) ~ person ~ |\n";

TEST(Loops, are_found_where_a_switch_multiplies) {
  EXPECT_EQ(loops_of(growth + "births = loop R1 growth * rate * people ~ person/year ~ |\n"),
            "loop R1 growth: rate -> births, people -> births: births, people");
}

TEST(Loops, are_found_where_a_switch_chooses) {
  const std::string otherwise = "usual = 3 ~ person/year ~ |\n";
  EXPECT_EQ(loops_of(growth + otherwise +
                     "births = IF THEN ELSE(loop R1 growth = 1, rate * people, usual) ~ person/year ~ |\n"),
            "loop R1 growth: rate -> births, people -> births: births, people");
}

TEST(Loops, cut_only_links_through_which_nothing_else_passes) {
  EXPECT_EQ(loops_of(growth + "births = rate * people + loop R1 growth * people * rate ~ person/year ~ |\n"),
            "loop R1 growth: : ");
}

TEST(Loops, without_a_circle_are_told_so) {
  EXPECT_EQ(loops_of("loop R2 none = 0 ~ dimensionless ~ |\ncause = 1 ~ dimensionless ~ |\n"
                     "effect = cause * loop R2 none ~ dimensionless ~ |\n"),
            "loop R2 none: cause -> effect: ");
}

TEST(Loops, go_the_way_of_the_link_whose_circle_is_longest) {
  // A goal-seeking stock is a circle by itself; what the author means is the one around it.
  EXPECT_EQ(loops_of("loop R3 stress = 0 ~ dimensionless ~ |\n"
                     "load = 1 + tired ~ dimensionless ~ |\n"
                     "pressure = load ~ dimensionless ~ |\n"
                     "tiring = loop R3 stress * pressure * (1 - tired) ~ 1/year ~ |\n"
                     "tired = INTEG(tiring, 0) ~ dimensionless ~ |\n"),
            "loop R3 stress: pressure -> tiring, tired -> tiring: tiring, tired, load, pressure");
}

}  // namespace
}  // namespace commonweal::book
