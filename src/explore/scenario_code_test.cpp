// SPDX-License-Identifier: Apache-2.0
#include "explore/scenario_code.h"

#include <gtest/gtest.h>

#include "explore/code_letters.h"

namespace commonweal::explore {
namespace {

const std::string opened = "title = \"A place\"\n[[scenario]]\nid = \"first\"\n[uncertainty]\ndraws = 64\n";
const std::string changed =
    "title = \"A place\"\n[[scenario]]\nid = \"first\"\n[[scenario]]\nid = \"yours\"\n"
    "name = \"caf\xC3\xA9\"\n[uncertainty]\ndraws = 64\n";

/// The name of the one fault with which a code is refused.
std::string fault_of(const std::string& study, const std::string& code) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(text_of_code(study, code, diagnostics)) << code;
  EXPECT_EQ(diagnostics.all().size(), 1U);
  return diagnostics.all().empty() ? "" : diagnostics.all().front().name;
}

std::string there_and_back(const std::string& text) {
  base::Diagnostics diagnostics;
  const auto back = text_of_code(opened, scenario_code(opened, text), diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  return back.value_or("");
}

TEST(CodeLetters, AreThoseOfTheStandard) {
  EXPECT_EQ(in_letters("f"), "Zg");
  EXPECT_EQ(in_letters("fo"), "Zm8");
  EXPECT_EQ(in_letters("foobar"), "Zm9vYmFy");
  EXPECT_EQ(in_letters("\xFB\xFF"), "-_8");
  EXPECT_EQ(from_letters("-_8"), "\xFB\xFF");
  EXPECT_EQ(from_letters(""), "");
}

TEST(CodeLetters, RefuseWhatNoBytesGive) {
  EXPECT_FALSE(from_letters("Zm9 "));
  EXPECT_FALSE(from_letters("Zm8="));
  EXPECT_FALSE(from_letters("Z"));
  EXPECT_FALSE(from_letters("Zh"));  // the last letter's filling is not nought
}

TEST(ScenarioCode, GivesBackEveryByte) {
  EXPECT_EQ(there_and_back(changed), changed);
  EXPECT_EQ(there_and_back(opened), opened);
  EXPECT_EQ(there_and_back(""), "");
  EXPECT_EQ(there_and_back(opened + opened), opened + opened);
  EXPECT_EQ(there_and_back("other\n" + changed + "\n"), "other\n" + changed + "\n");
}

TEST(ScenarioCode, CarriesOnlyWhatIsDifferent) {
  const std::string longer(2000, '#');
  EXPECT_LT(scenario_code(opened + longer, changed + longer).size(), scenario_code(opened, changed).size() + 6);
}

TEST(ScenarioCode, MindsNoLineEndsThatMailPutsIn) {
  std::string code = scenario_code(opened, changed);
  code.insert(40, "\r\n  ");
  base::Diagnostics diagnostics;
  EXPECT_EQ(text_of_code(opened, " " + code + "\n", diagnostics), changed);
}

TEST(ScenarioCode, IsRefusedWithAnyOfItsLettersChangedOrTheEndMissing) {
  const std::string code = scenario_code(opened, changed), begun = "commonweal-1-";
  for (std::size_t at = begun.size(); at < code.size(); ++at) {
    std::string other = code;
    other[at] = other[at] == 'A' ? 'B' : 'A';
    EXPECT_EQ(fault_of(opened, other), "damaged-code") << at;
    EXPECT_EQ(fault_of(opened, code.substr(0, at)), "damaged-code") << at;
  }
}

TEST(ScenarioCode, SaysWhyItIsRefused) {
  const std::string code = scenario_code(opened, changed);
  EXPECT_EQ(fault_of(opened + "# later\n", code), "code-of-another-study");
  EXPECT_EQ(fault_of(opened, "commonweal-2-Zm9v"), "newer-code");
  EXPECT_EQ(fault_of(opened, ""), "no-code");
  EXPECT_EQ(fault_of(opened, "commonweal-"), "no-code");
  EXPECT_EQ(fault_of(opened, "commonweal-x-Zm9v"), "no-code");
  EXPECT_EQ(fault_of(opened, "https://example.org"), "no-code");
}

}  // namespace
}  // namespace commonweal::explore
