// SPDX-License-Identifier: Apache-2.0
#include "report/picture.h"

#include <gtest/gtest.h>

#include "report/fixture_test.h"

namespace commonweal::report {
namespace {

TEST(Picture, StandsAlone) {
  const std::string text = picture(fixture::findings());
  EXPECT_TRUE(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"")) << text.substr(0, 80);
  EXPECT_EQ(text.find("var(--"), std::string::npos) << "a colour that only the page's style sheet knows";
  for (const char* part : {"<title id=", "<desc id=", "<style>", "<pattern id=\"fill-other-2\"", "fill=\"#ffffff\""}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
}

TEST(Picture, OfNothingIsNone) {
  EXPECT_EQ(picture({}), "");
}

}  // namespace
}  // namespace commonweal::report
