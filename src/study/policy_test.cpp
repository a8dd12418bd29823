// SPDX-License-Identifier: Apache-2.0
#include "study/policy.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "study/scheduled_policies.h"

namespace commonweal::study {
namespace {

const std::string whole = R"(id = "walks"
title = "Walks"
family = "change"
description = "People walk together."
gains = ["residents", "NHS"]
failure_modes = ["It rains."]
[sets]
"lever intensity[walking]" = 0.5
"rain" = 0.1
[cost]
constants = ["cost of shoes"]
[reach]
words = "Everybody."
[effect]
words = "One in ten walks more."
grade = "RCT"
low = 0.05
central = 0.1
high = 0.2
unit = "share"
[lag]
words = "A week."
[persistence]
constants = ["decay of habit"]
[pays]
council = 0.7
NHS = 0.3
[cashable]
share = 0.2
judgement = "Little."
[[source]]
title = "A trial"
url = "https://example.org/"
)";

class PolicyTest : public testing::Test {
 protected:
  Policy read() { return read_policy(folder_.write("walks.toml", whole), diagnostics_); }

  base::TemporaryFolder folder_;
  base::Diagnostics diagnostics_;
};

TEST_F(PolicyTest, IsReadWhole) {
  const Policy policy = read();
  EXPECT_EQ(diagnostics_.render(), "");
  EXPECT_EQ(policy.id, "walks");
  EXPECT_EQ(policy.family, "change");
  EXPECT_EQ(policy.category, "demand management");  // where it does not say
  EXPECT_EQ(levers(policy), std::vector<std::string>{"walking"});
  EXPECT_EQ(policy.sets[1].value, 0.1);
  EXPECT_EQ(policy.cost.constants.front().text, "cost of shoes");
  EXPECT_EQ(policy.effect.grade, "RCT");
  EXPECT_EQ(policy.effect.high, 0.2);
  EXPECT_EQ(policy.pays[1].agency, "NHS");
  EXPECT_EQ(policy.pays[1].share, 0.3);
  EXPECT_EQ(policy.gains.front().text, "residents");
  EXPECT_EQ(policy.cashable.share, 0.2);
  EXPECT_EQ(policy.cashable.judgement, "Little.");
  EXPECT_EQ(policy.sources.front().url, "https://example.org/");
}

TEST_F(PolicyTest, IsDoneInPartAndForATime) {
  ScheduledPolicy spell{
      .policy = "walks", .start = {{2014}}, .stop = {{2018}}, .ramp = 3, .intensity = 0.5, .position = {}};
  const std::vector<Setting> settings = settings_of({spell}, {read()}, {2012}, {2020}, {}, diagnostics_);
  EXPECT_EQ(diagnostics_.render(), "");
  ASSERT_EQ(settings.size(), 5U);
  const std::vector<double> expected = {0.25, 2014, 3, 2018, 0.1};  // what is no lever is not scaled
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(settings[i].value, expected[i]) << settings[i].variable;
}

TEST_F(PolicyTest, NoneIsHalfApplied) {
  const ScheduledPolicy spell{.policy = "walks", .start = {}, .stop = {}, .position = {}};
  EXPECT_TRUE(settings_of({spell, spell}, {read()}, {2012}, {2020}, {}, diagnostics_).empty());
  EXPECT_EQ(diagnostics_.error_count(), 1U);
}

}  // namespace
}  // namespace commonweal::study
