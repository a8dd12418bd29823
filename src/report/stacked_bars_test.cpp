// SPDX-License-Identifier: Apache-2.0
#include "report/stacked_bars.h"

#include <gtest/gtest.h>

#include "report/table.h"

namespace commonweal::report {
namespace {

StackedBars two_layers() {
  StackedBars bars;
  bars.first = {2012};
  bars.unit = "£ million";
  bars.layers = {{"Care", {30, 40}, Fill::care_1}, {"Rest <all>", {20, 20}, Fill::other_1}};
  bars.line_name = "Money";
  bars.line = {50, 50};
  return bars;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(StackedBars, ASmallDrawingIsThis) {
  StackedBars bars = two_layers();
  bars.layers.pop_back();
  bars.line.clear();
  const Canvas canvas{200, 140, 10, false};
  EXPECT_EQ(draw(bars, canvas, "wide", "t", "s").text(),
            "<svg class=\"chart wide\" role=\"img\" aria-labelledby=\"t s\" width=\"200\" height=\"165.5\" viewBox=\"0 "
            "0 200 166\" font-size=\"10\">"
            "<text class=\"axis\" x=\"0\" y=\"10\" text-anchor=\"start\">£ million</text>"
            "<line class=\"zero\" x1=\"21.2\" y1=\"120\" x2=\"181.5\" y2=\"120\"/>"
            "<text class=\"axis\" x=\"13.2\" y=\"123.5\" text-anchor=\"end\">0</text>"
            "<line class=\"grid\" x1=\"21.2\" y1=\"95\" x2=\"181.5\" y2=\"95\"/>"
            "<text class=\"axis\" x=\"13.2\" y=\"98.5\" text-anchor=\"end\">10</text>"
            "<line class=\"grid\" x1=\"21.2\" y1=\"70\" x2=\"181.5\" y2=\"70\"/>"
            "<text class=\"axis\" x=\"13.2\" y=\"73.5\" text-anchor=\"end\">20</text>"
            "<line class=\"grid\" x1=\"21.2\" y1=\"45\" x2=\"181.5\" y2=\"45\"/>"
            "<text class=\"axis\" x=\"13.2\" y=\"48.5\" text-anchor=\"end\">30</text>"
            "<line class=\"grid\" x1=\"21.2\" y1=\"20\" x2=\"181.5\" y2=\"20\"/>"
            "<text class=\"axis\" x=\"13.2\" y=\"23.5\" text-anchor=\"end\">40</text>"
            "<line class=\"tick\" x1=\"61.28\" y1=\"120\" x2=\"61.28\" y2=\"125\"/>"
            "<text class=\"axis\" x=\"61.28\" y=\"135\" text-anchor=\"middle\">2012-13</text>"
            "<line class=\"tick\" x1=\"141.43\" y1=\"120\" x2=\"141.43\" y2=\"125\"/>"
            "<text class=\"axis\" x=\"141.43\" y=\"135\" text-anchor=\"middle\">2013-14</text>"
            "<rect class=\"bar fill-care-1\" x=\"23.2\" y=\"45\" width=\"76.15\" height=\"75\"/>"
            "<rect class=\"bar fill-care-1\" x=\"103.35\" y=\"20\" width=\"76.15\" height=\"100\"/>"
            "<rect class=\"swatch fill-care-1\" x=\"4.5\" y=\"142\" width=\"26\" height=\"13\"/>"
            "<text class=\"name\" x=\"42\" y=\"152\" text-anchor=\"start\">Care</text></svg>");
}

TEST(StackedBars, LayersStandOnEachOther) {
  const Extent extent = extent_of(two_layers());
  EXPECT_EQ(extent.low, 0);
  EXPECT_EQ(extent.high, 60);
}

TEST(StackedBars, NegativeFiguresAreStackedDownwards) {
  StackedBars bars = two_layers();
  bars.layers[0].values = {-30, 40};
  bars.layers[1].values = {-20, 20};
  EXPECT_EQ(extent_of(bars).low, -50);
  EXPECT_EQ(extent_of(bars).high, 60);
}

TEST(StackedBars, UnknownFiguresLeaveNoMarkAndBreakTheLine) {
  StackedBars bars = two_layers();
  bars.layers[0].values = {unknown, 40};
  bars.line = {unknown, 50};
  const std::string text = draw(bars, Canvas::wide(), "wide", "t", "s").text();
  EXPECT_EQ(count(text, "<rect class=\"bar "), 3u);
  EXPECT_EQ(text.find("nan"), std::string::npos) << text;
}

TEST(StackedBars, EveryLayerAndTheLineAreNamedOnBothCanvases) {
  for (const Canvas& canvas : {Canvas::wide(), Canvas::narrow(), Canvas::small()}) {
    const std::string text = draw(two_layers(), canvas, "wide", "t", "s").text();
    for (const char* name : {">Care<", ">Rest &lt;all&gt;<", ">Money<"}) EXPECT_EQ(count(text, name), 1u) << name;
  }
}

TEST(StackedBars, NothingAtAllIsAnEmptyPlot) {
  StackedBars bars;
  bars.first = {2012};
  const std::string text = draw(bars, Canvas::wide(), "wide", "t", "s").text();
  EXPECT_EQ(count(text, "<rect"), 0u);
  EXPECT_EQ(text.find("nan"), std::string::npos) << text;
}

TEST(StackedBars, AMarkEndsInADotAtItsFigureAndHasItsWordsOnce) {
  StackedBars bars = two_layers();
  bars.marks = {{1, 40, "2013-14: so much"}};
  const std::string text = draw(bars, Canvas::wide(), "wide", "t", "s").text();
  EXPECT_EQ(count(text, "<circle class=\"dot\""), 1u);
  EXPECT_EQ(count(text, "2013-14: so much"), 1u);
}

}  // namespace
}  // namespace commonweal::report
