// SPDX-License-Identifier: Apache-2.0
#include "study/rejected.h"

#include <gtest/gtest.h>

#include "base/source_text.h"
#include "base/toml.h"

namespace commonweal::study {
namespace {

/// The rejected options of a study's text, held against three scenarios: "now" is the headline, "low" a bound.
std::vector<RejectedOption> read(const std::string& text, base::Diagnostics& diagnostics) {
  const base::TomlValue value = base::parse_toml(base::SourceText("study.toml", text), diagnostics);
  base::TomlTable table(value, "the study", diagnostics);
  std::vector<RejectedOption> options = read_rejected(table, diagnostics);
  check_rejected(options, {{"now", false}, {"close", true}, {"low", false}}, diagnostics);
  return options;
}

TEST(Rejected, OptionsKeepTheirReasonsInTheOrderOfTheFile) {
  base::Diagnostics diagnostics;
  const std::vector<RejectedOption> options = read(R"([[rejected]]
name = "Close it"
reason = "It is a duty."
decided = "Cabinet, 12 February 2013"
scenario = "close"
[[rejected]]
name = "Sell it"
reason = "Nobody would buy."
)",
                                                   diagnostics);
  EXPECT_EQ(diagnostics.render(), "");
  ASSERT_EQ(options.size(), 2U);
  EXPECT_EQ(options[0].name, "Close it");
  EXPECT_EQ(options[0].reason, "It is a duty.");
  EXPECT_EQ(options[0].decided, "Cabinet, 12 February 2013");
  EXPECT_EQ(options[0].scenario, "close");
  EXPECT_EQ(options[1].scenario, "");
}

TEST(Rejected, NoneIsNoFault) {
  base::Diagnostics diagnostics;
  EXPECT_TRUE(read("title = \"A\"\n", diagnostics).empty());
  EXPECT_EQ(diagnostics.render(), "");
}

}  // namespace
}  // namespace commonweal::study
