// SPDX-License-Identifier: Apache-2.0
#include "syntax/settings.h"

#include <gtest/gtest.h>

#include "syntax/mdl.h"

namespace commonweal::syntax {
namespace {

/// The method asked for by a model with `settings` behind its sketch, and what was said of it.
std::pair<Integration, std::string> read_settings(const std::string& settings) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>(
      "a.mdl", "x = 1 ~ ~ |\n\\\\\\---/// Sketch information\nV300\n10,1,x,15,3:15:1,2,3,5\n///---\\\\\\\n" + settings);
  return {parse(source, diagnostics).integration, diagnostics.render()};
}

TEST(Settings, TheFourthNumberOfLineFifteenIsTheMethod) {
  using Read = std::pair<Integration, std::string>;
  EXPECT_EQ(read_settings(""), Read(Integration::euler, ""));
  EXPECT_EQ(read_settings(":L<%^E!@\n9:Current\n15:0,0,0,0,0,0\n"), Read(Integration::euler, ""));
  EXPECT_EQ(read_settings("15:0,0,0,2,0,0"), Read(Integration::euler, ""));
  EXPECT_EQ(read_settings("15:0,0"), Read(Integration::euler, ""));
  EXPECT_EQ(read_settings("15:0,0,0,1,0,0\r\n19:1\r\n"), Read(Integration::runge_kutta, ""));
  EXPECT_EQ(read_settings("15:0,0,0,5\r\n"), Read(Integration::runge_kutta, ""));
}

TEST(Settings, AMethodThatIsNotToBeHadIsAFault) {
  const auto [method, said] = read_settings("15:0,0,0,3,0,0\n");
  EXPECT_EQ(method, Integration::euler);
  EXPECT_NE(said.find("a.mdl:6:10: error: the model asks to be integrated by method 3 [unknown-integration]"),
            std::string::npos)
      << said;
}

}  // namespace
}  // namespace commonweal::syntax
