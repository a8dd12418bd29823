// SPDX-License-Identifier: Apache-2.0
#include "report/contributions.h"

#include <gtest/gtest.h>

#include "report/table.h"

namespace commonweal::report {
namespace {

Contributions one_row(double people, double need, double price) {
  Contributions chart;
  chart.unit = "£ million";
  chart.cause_names = {"People", "Need", "Price"};
  chart.total_name = "In all";
  chart.rows = {{"Care & more", {people, need, price}, people + need + price}};
  return chart;
}

TEST(Contributions, EveryFigureIsWrittenWithItsSign) {
  const std::string text = draw(one_row(12.34, -4.5, 0.02), Canvas::wide(), "wide", "t", "s").text();
  for (const char* figure : {">+12.3<", ">-4.5<", ">0.0<", ">+7.9<", ">Care &amp; more<", ">People<", ">In all<"}) {
    EXPECT_NE(text.find(figure), std::string::npos) << figure;
  }
}

TEST(Contributions, NothingButZeroCanBeDrawn) {
  const std::string text = draw(one_row(0, 0, 0), Canvas::narrow(), "narrow", "t", "s").text();
  EXPECT_EQ(text.find("nan"), std::string::npos);
  EXPECT_EQ(text.find("inf"), std::string::npos);
}

TEST(Contributions, AnUnknownPartIsMarkedAsSuch) {
  const std::string text = draw(one_row(1, unknown, 2), Canvas::wide(), "wide", "t", "s").text();
  EXPECT_NE(text.find(">[x]<"), std::string::npos);
  EXPECT_EQ(text.find("nan"), std::string::npos);
}

}  // namespace
}  // namespace commonweal::report
