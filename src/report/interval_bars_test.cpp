// SPDX-License-Identifier: Apache-2.0
#include "report/interval_bars.h"

#include <cmath>

#include <gtest/gtest.h>

namespace commonweal::report {
namespace {

IntervalBars bars() {
  IntervalBars bars;
  bars.unit = "£ million";
  bars.rows = {{"pay & prices", 12.34, 11, 14.06}, {"grant", -3}};
  return bars;
}

TEST(IntervalBars, EveryFigureStandsThereWithItsRange) {
  for (const Canvas& canvas : {Canvas::wide(), Canvas::narrow()}) {
    const std::string text = draw(bars(), canvas, "wide", "t", "s").text();
    for (const char* words : {">12.3 (11.0 to 14.1)<", ">-3.0<", ">pay &amp; prices<", ">£ million<"}) {
      EXPECT_NE(text.find(words), std::string::npos) << words;
    }
  }
}

TEST(IntervalBars, OnlyWhatHasARangeIsDrawnWithOne) {
  const std::string text = draw(bars(), Canvas::wide(), "wide", "t", "s").text();
  std::size_t intervals = 0;
  for (std::size_t at = text.find("\"interval\""); at != std::string::npos; at = text.find("\"interval\"", at + 1)) {
    ++intervals;
  }
  EXPECT_EQ(intervals, 3U);  // a line and its two ends
}

TEST(IntervalBars, AFillIsItsRowsAndAKeySaysWhatItMeans) {
  IntervalBars filled = bars();
  EXPECT_EQ(draw(filled, Canvas::wide(), "wide", "t", "s").text().find("fill-part-3"), std::string::npos);
  filled.rows[1].fill = Fill::part_3;
  filled.key = {{KeyEntry::Shape::area, std::string(fill_class(Fill::part_3)), "Falls"}};
  const std::string text = draw(filled, Canvas::wide(), "wide", "t", "s").text();
  EXPECT_NE(text.find("bar fill-part-3"), std::string::npos);
  EXPECT_NE(text.find(">Falls<"), std::string::npos);
}

TEST(IntervalBars, NothingAndTheUnknownCanBeDrawn) {
  IntervalBars nothing;
  nothing.rows = {{"a", 0}, {"b", std::nan("")}};
  const std::string text = draw(nothing, Canvas::wide(), "wide", "t", "s").text();
  EXPECT_EQ(text.find("nan"), std::string::npos);
  EXPECT_EQ(text.find("inf"), std::string::npos);
  EXPECT_NE(text.find(">[x]<"), std::string::npos);
}

TEST(IntervalBars, DigitsFollowTheSize) {
  EXPECT_EQ(digits_for(123.4, 3), 0);
  EXPECT_EQ(digits_for(12.34, 3), 1);
  EXPECT_EQ(digits_for(-0.0123, 2), 3);
  EXPECT_EQ(digits_for(0.7, 1), 1);
  EXPECT_EQ(digits_for(0, 3), 0);
  EXPECT_EQ(digits_for(std::nan(""), 3), 0);
}

}  // namespace
}  // namespace commonweal::report
