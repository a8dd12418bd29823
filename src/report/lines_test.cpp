// SPDX-License-Identifier: Apache-2.0
#include "report/lines.h"

#include <gtest/gtest.h>

#include "report/table.h"

namespace commonweal::report {
namespace {

TEST(LineChart, AnUnknownFigureBreaksItsLine) {
  const LineChart chart{{2012}, "%", {{"One", {1, 2, unknown, 3, 4}}}, {}};
  const std::string text = draw(chart, Canvas::wide(), "wide", "t", "s").text();
  const std::size_t path = text.find("<path class=\"line line-1\" d=\"");
  ASSERT_NE(path, std::string::npos);
  const std::string data = text.substr(path + 29, text.find('"', path + 29) - path - 29);
  EXPECT_EQ(std::count(data.begin(), data.end(), 'M'), 2);
  EXPECT_EQ(std::count(data.begin(), data.end(), 'L'), 2);
}

TEST(LineChart, ALineWithoutFiguresIsNotNamedBesideThePlot) {
  const LineChart chart{{2012}, "%", {{"Known", {1, 2}}, {"Unknown", {unknown, unknown}}}, {}};
  const std::string text = draw(chart, Canvas::wide(), "wide", "t", "s").text();
  EXPECT_NE(text.find(">Known<"), std::string::npos);
  EXPECT_EQ(text.find(">Unknown<"), std::string::npos);
}

TEST(LineChart, ADipBelowZeroNeedsNoWholeStepOfPaper) {
  const LineChart dip{{2012}, "%", {{"One", {-1, 400}}}, {}}, deep{{2012}, "%", {{"One", {-60, 400}}}, {}};
  EXPECT_EQ(draw(dip, Canvas::wide(), "wide", "t", "s").text().find(">-100<"), std::string::npos);
  EXPECT_NE(draw(deep, Canvas::wide(), "wide", "t", "s").text().find(">-100<"), std::string::npos);
}

TEST(LineChart, TenLinesDifferInDashes) {
  LineChart chart{{2012}, "%", {}, {}};
  for (int line = 0; line < 10; ++line)
    chart.lines.push_back({"Line " + std::to_string(line), {1.0 * line, 2.0 * line}});
  const std::string text = draw(chart, Canvas::wide(), "wide", "t", "s").text();
  for (int line = 1; line <= 10; ++line) {
    EXPECT_NE(text.find("<path class=\"line line-" + std::to_string(line) + "\""), std::string::npos) << line;
  }
}

TEST(LineChart, WordsOfARuleGoWhereNoLineRuns) {
  // The line lies just above the rule at the left and far above it at the right.
  const LineChart chart{
      {2012}, "%", {{"One", {51, 52, 52, 53, 53, 54, 54, 60, 80, 90, 95, 100}}}, {{50, "half of everything there is"}}};
  const std::string text = draw(chart, Canvas::wide(), "wide", "t", "s").text();
  const std::size_t words = text.find("<text class=\"threshold-words\" x=\"");
  ASSERT_NE(words, std::string::npos);
  EXPECT_GT(std::stod(text.substr(words + 33)), 500);
}

}  // namespace
}  // namespace commonweal::report
