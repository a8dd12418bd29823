// SPDX-License-Identifier: Apache-2.0
// A person's choices land in the text of the study, and nothing else in it changes.
#include <algorithm>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "explore/session.h"

namespace commonweal {
namespace {

using Json = nlohmann::ordered_json;

const std::string path = std::string(COMMONWEAL_ROOT) + "/domain/studies/barnet-library.toml";

class Edit : public testing::Test {
 protected:
  Edit() {
    const Json open = answer({{"do", "open"}, {"study", path}});
    text_ = open["text"];
  }

  Json answer(const Json& request) { return Json::parse(session_.answer(request.dump())); }

  Json edit(const std::string& text, const Json& changes) {
    return answer({{"do", "edit"}, {"text", text}, {"changes", changes}});
  }

  std::string edited(const std::string& text, const Json& changes) {
    const Json result = edit(text, changes);
    EXPECT_EQ(result["faults"], Json::array()) << result["faults"];
    return result.value("text", "");
  }

  explore::Session session_;
  std::string text_;
};

TEST_F(Edit, AFirstChoiceStandsAtTheEndAndTheRestStaysAsItWas) {
  const std::string text =
      edited(text_, Json::array({{{"policy", "re-ablement"},
                                  {"start", "2014-15"},
                                  {"ramp", 3},
                                  {"intensity", 0.5},
                                  {"stop", "2020-21"},
                                  {"reason", "It \"worked\" in\nPerth"}},
                                 {{"constant", "grant growth[general grant]"}, {"value", -0.02}}}));
  EXPECT_EQ(text, text_ + R"(
[[scenario]]
id = "yours"
extends = "carry-on"
name = "Your choices"
clause = "it is as you have chosen"
policies = [
  { policy = "re-ablement", start = "2014-15", ramp = 3, intensity = 0.5, stop = "2020-21" },
]
[scenario.set]
"grant growth[general grant]" = -0.02
[scenario.reasons]
"re-ablement" = "It \"worked\" in\nPerth"
)");
}

TEST_F(Edit, WhatIsNotNamedStaysAsChosen) {
  const std::string once =
      edited(text_, Json::array({{{"policy", "re-ablement"}, {"start", "2014-15"}, {"reason", "a"}}}));
  const std::string twice = edited(once, Json::array({{{"policy", "re-ablement"}, {"intensity", 0.25}}}));
  EXPECT_NE(twice.find("{ policy = \"re-ablement\", start = \"2014-15\", intensity = 0.25 }"), std::string::npos)
      << twice;
  EXPECT_NE(twice.find("\"re-ablement\" = \"a\""), std::string::npos);
  EXPECT_EQ(edited(twice, Json::array({{{"policy", "re-ablement"}, {"intensity", 1}}})), once);
}

TEST_F(Edit, OnlyItsOwnPartOfATextChanges) {
  // Comments, tables that look like headers within texts, and what stands below stay where they are.
  std::string text = edited(text_, Json::array({{{"policy", "re-ablement"}}}));
  const std::string below = "\n# About what follows.\n[loops]\nscores = false\n";
  text.insert(text.find("[[scenario]]\nid = \"package\""), "# A note.\n");
  const std::string with_below = text + below;
  const std::string changed = edited(with_below, Json::array({{{"policy", "telecare"}}}));
  const std::string back = edited(changed, Json::array({{{"policy", "telecare"}, {"remove", true}}}));
  EXPECT_NE(changed, with_below);
  EXPECT_TRUE(changed.ends_with(below)) << changed;
  EXPECT_EQ(back, with_below);
}

TEST_F(Edit, ARangeIsPutChangedAndTakenAway) {
  const Json range = {{"constant", "claimed effect[re ablement]"}, {"low", 0.1}, {"central", 0.2}, {"high", 0.3}};
  const std::string like = edited(text_, Json::array());
  const std::string with = edited(like, Json::array({range}));
  EXPECT_TRUE(with.ends_with(R"(
[[uncertainty.input]]
variable = "claimed effect"
element = "re ablement"
distribution = "triangular"
low = 0.1
central = 0.2
high = 0.3
)")) << with;
  Json wider = range;
  wider["high"] = 0.4;
  const std::string widened = edited(with, Json::array({wider}));
  EXPECT_NE(widened.find("high = 0.4"), std::string::npos);
  EXPECT_EQ(edited(widened, Json::array({range})), with);
  const std::string without =
      edited(widened, Json::array({{{"constant", "claimed effect[re ablement]"}, {"range", nullptr}}}));
  EXPECT_EQ(without.find("uncertainty.input"), std::string::npos);
}

TEST_F(Edit, APresetBeginsAnew) {
  const std::string text = edited(text_, Json::array({{{"policy", "telecare"}}, {{"like", "package"}}}));
  const std::string own = text.substr(text_.size());
  EXPECT_EQ(own.find("telecare"), std::string::npos) << own;
  EXPECT_NE(own.find("extends = \"package\""), std::string::npos);
  EXPECT_NE(own.find("outsourcing"), std::string::npos);
}

TEST_F(Edit, WhatIsOpenedTellsWhatWasChosen) {
  const std::string text = edited(
      text_,
      Json::array({{{"policy", "re-ablement"}, {"start", "2014-15"}, {"intensity", 0.5}, {"reason", "a"}},
                   {{"constant", "claimed effect[re ablement]"}, {"low", 0.1}, {"central", 0.2}, {"high", 0.3}}}));
  const Json open = answer({{"do", "open"}, {"study", path}, {"text", text}});
  ASSERT_EQ(open["faults"], Json::array());
  const Json& levers = open["levers"];
  const auto lever = [&](const std::string& id) {
    return *std::ranges::find_if(levers, [&](const Json& each) { return each["id"] == id; });
  };
  EXPECT_EQ(levers.size(), 50U);
  EXPECT_EQ(lever("telecare")["value"], 0);
  const Json reablement = lever("re-ablement");
  EXPECT_EQ(reablement["value"], 0.5);
  EXPECT_EQ(reablement["start"], "2014-15");
  EXPECT_EQ(reablement["stop"], nullptr);
  EXPECT_EQ(reablement["reason"], "a");
  EXPECT_EQ(reablement["grade"], "QE");
  EXPECT_EQ(reablement["ranges"][0]["constant"], "claimed effect[re ablement]");
  EXPECT_EQ(reablement["ranges"][0]["high"], 0.3);
  EXPECT_EQ(reablement["ranges"][0]["own"], true);
  EXPECT_EQ(reablement["ranges"][1]["own"], false);
  EXPECT_NE(reablement["ranges"][0]["definition"], "");
  EXPECT_EQ(open["years"].size(), 21U);
}

TEST_F(Edit, WhatCannotBeIsSaidAndNothingIsHalfDone) {
  const auto fault = [&](const Json& change) {
    const Json result = edit(text_, Json::array({{{"policy", "telecare"}}, change}));
    EXPECT_FALSE(result.contains("text")) << change;
    return result["faults"].empty() ? std::string() : result["faults"][0]["message"].get<std::string>();
  };
  EXPECT_EQ(fault({{"policy", "telecar"}}), "the library has no policy 'telecar'");
  EXPECT_EQ(fault({{"policy", "re-ablement"}, {"intensity", 1.5}}), "1.5 of a policy cannot be done");
  EXPECT_EQ(fault({{"policy", "re-ablement"}, {"start", "2014"}}), "'start' is no financial year: \"2014\"");
  EXPECT_EQ(fault({{"like", "packag"}}), "the study has no scenario 'packag' to begin from");
  EXPECT_EQ(fault({{"constant", "claimed effect[re ablement]"}, {"low", 1}}),
            "the range of 'claimed effect[re ablement]' has no 'central'");
  EXPECT_EQ(fault("telecare"), "a change is an object");
}

}  // namespace
}  // namespace commonweal
