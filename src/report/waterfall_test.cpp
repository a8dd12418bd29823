// SPDX-License-Identifier: Apache-2.0
#include "report/waterfall.h"

#include <gtest/gtest.h>

namespace commonweal::report {
namespace {

Waterfall gap() {
  Waterfall chart;
  chart.unit = "£ million";
  chart.whole = "In all";
  chart.steps = {{"Buying & more", -12.3, -14, -10}, {"Rules", 2.5}, {"Words", 0.01}};
  return chart;
}

TEST(Waterfall, EveryBarIsNamedAndStepsHaveTheirSign) {
  const std::string text = draw(gap(), Canvas::wide(), "wide", "t", "s").text();
  for (const char* words : {">Buying &amp; more<", ">-12.3<", ">Rules<", ">+2.5<", ">0.0<", ">In all<", ">-9.8<"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words;
  }
}

TEST(Waterfall, NothingButZeroCanBeDrawn) {
  Waterfall nothing = gap();
  nothing.steps = {{"Nil", 0}};
  const std::string text = draw(nothing, Canvas::narrow(), "narrow", "t", "s").text();
  EXPECT_EQ(text.find("nan"), std::string::npos);
  EXPECT_EQ(text.find("inf"), std::string::npos);
}

TEST(Waterfall, OnlyAStepWithARangeShowsOne) {
  Waterfall chart = gap();
  const auto ranges = [&] {
    const std::string text = draw(chart, Canvas::wide(), "wide", "t", "s").text();
    std::size_t count = 0;
    for (std::size_t at = text.find("\"interval\""); at != std::string::npos; at = text.find("\"interval\"", at + 1)) {
      ++count;
    }
    return count;
  };
  EXPECT_EQ(ranges(), 1U);
  chart.steps[1].low = 2;
  chart.steps[1].high = 3;
  EXPECT_EQ(ranges(), 2U);
}

}  // namespace
}  // namespace commonweal::report
