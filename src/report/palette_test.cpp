// SPDX-License-Identifier: Apache-2.0
#include "report/palette.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace commonweal::report {
namespace {

const Colour& colour(std::string_view name) {
  return *std::find_if(colours().begin(), colours().end(), [&](const Colour& one) { return one.name == name; });
}

TEST(Palette, ContrastIsCountedAsWcagDoes) {
  EXPECT_NEAR(contrast("#000000", "#ffffff"), 21, 1e-9);
  EXPECT_NEAR(contrast("#767676", "#ffffff"), 4.54, 0.005);
  EXPECT_DOUBLE_EQ(contrast("#12436d", "#12436d"), 1);
}

TEST(Palette, WordsCanBeReadOnBothGrounds) {
  for (const char* words : {"ink", "muted", "link", "warn"}) {
    EXPECT_GE(contrast(colour(words).light, colour("paper").light), 4.5) << words << " on light";
    EXPECT_GE(contrast(colour(words).dark, colour("paper").dark), 4.5) << words << " on dark";
  }
}

// Neighbours are parted by gaps of paper, so each must stand out from the paper. (Care's third blue and the greys of
// other services lie between stronger neighbours and have names and gaps; they are held to less.)
TEST(Palette, LinesAndPartsStandOutFromThePaper) {
  for (const char* name :
       {"care-1", "care-2", "series-1", "series-2", "series-3", "series-4", "series-5", "series-6"}) {
    EXPECT_GE(contrast(colour(name).light, colour("paper").light), 2.99) << name << " on light";
    EXPECT_GE(contrast(colour(name).dark, colour("paper").dark), 3.0) << name << " on dark";
  }
}

TEST(Palette, HatchingsCanBeSeen) {
  EXPECT_GE(contrast(colour("other-line").light, colour("paper").light), 3.0);
  EXPECT_GE(contrast(colour("other-line").dark, colour("paper").dark), 3.0);
}

TEST(Palette, EveryHatchingThatIsUsedIsDefined) {
  const std::string style = palette_style(), patterns = pattern_definitions().text();
  std::size_t used = 0;
  for (std::size_t at = style.find("url(#"); at != std::string::npos; at = style.find("url(#", at + 1), ++used) {
    const std::string id = style.substr(at + 5, style.find(')', at) - at - 5);
    EXPECT_NE(patterns.find("id=\"" + id + "\""), std::string::npos) << id;
  }
  EXPECT_GE(used, 6u);
}

TEST(Palette, NeighbouringServicesNeverShareAFill) {
  for (std::size_t care = 0; care <= 3; ++care) {
    for (std::size_t service = 1; service < 12; ++service) {
      EXPECT_NE(service_fill(service, care), service_fill(service - 1, care)) << service << " of which care " << care;
    }
  }
}

}  // namespace
}  // namespace commonweal::report
