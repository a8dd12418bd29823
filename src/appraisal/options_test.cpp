// SPDX-License-Identifier: Apache-2.0
#include "appraisal/options.h"

#include <memory>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "program/compile.h"
#include "syntax/mdl.h"

namespace commonweal::appraisal {
namespace {

constexpr const char* light_model = R"({UTF-8}
Lever: key, door, lamp ~~|
lever intensity[Lever] = 0 ~ dimensionless ~ |
lever start year[Lever] = 2012 ~ year ~ |
lever ramp[Lever] = 1 ~ year ~ |
lever end year[Lever] = 2100 ~ year ~ |
light = lever intensity[key] * lever intensity[door] + lever intensity[lamp] ~ dimensionless ~ |
INITIAL TIME = 2012 ~ year ~ |
FINAL TIME = 2015 ~ year ~ |
TIME STEP = 1 ~ year ~ |
SAVEPER = 1 ~ year ~ |
)";

constexpr const char* policy_text = R"(id = "way-in"
title = "A way in"
family = "do"
description = "A key and a door."
failure_modes = ["The key is lost."]
[sets]
"lever intensity[key]" = 1
"lever intensity[door]" = 1
[cost]
words = "None."
[reach]
words = "Everybody."
[effect]
words = "It opens."
grade = "RCT"
[lag]
words = "None."
[persistence]
words = "For good."
[pays]
council = 1
[cashable]
share = 0
judgement = "Nothing."
[[source]]
title = "A trial"
url = "https://example.org/"
)";

constexpr const char* light_study = R"(title = "Light"
model = "a.mdl"
places = ["place"]
policies_folder = "policies"
[scope]
question = "Which?"
[years]
first = "2012-13"
last = "2014-15"
[[scenario]]
id = "as-now"
name = "As now"
[[scenario]]
id = "light"
name = "Light"
policies = [{ policy = "way-in", intensity = 0.5 }]
[scenario.set]
"lever intensity[lamp]" = 1
)";

TEST(Options, APolicyOfTwoLeversIsOneUnderItsOwnTitleAndGrade) {
  base::TemporaryFolder folder;
  base::Diagnostics faults;
  folder.write("policies/way-in.toml", policy_text);
  const auto source = std::make_shared<base::SourceText>("a.mdl", light_model);
  const program::Program program = program::compile(model::build(syntax::parse(source, faults), faults), faults);
  const study::Study study = study::read(folder.write("study.toml", light_study), faults);
  const std::vector<Option> options =
      options_of(study, study.scenarios.id_at(1), program, {}, {{"RCT", 0, 0}, {"judgement", 0.4, 0.4}}, faults);
  EXPECT_EQ(faults.render(), "");
  ASSERT_EQ(options.size(), 2U);
  EXPECT_EQ(options[0].name, "A way in");
  EXPECT_EQ(options[0].grade, "RCT");
  const std::uint32_t key = program.find("lever intensity")->first_slot;
  std::vector<double> pulled(3);
  for (const program::Inputs::Setting& setting : options[0].settings) {
    if (setting.slot >= key && setting.slot < key + 3) pulled[setting.slot - key] = setting.value;
  }
  EXPECT_EQ(pulled, (std::vector<double>{0.5, 0.5, 0}));
  EXPECT_EQ(options[1].name, "lamp");
  EXPECT_EQ(options[1].grade, "judgement");
}

}  // namespace
}  // namespace commonweal::appraisal
