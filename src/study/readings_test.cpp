// SPDX-License-Identifier: Apache-2.0
#include "study/readings.h"

#include <gtest/gtest.h>

#include "base/source_text.h"
#include "base/toml.h"

namespace commonweal::study {
namespace {

Readings readings_of(const std::string& text, base::Diagnostics& diagnostics) {
  const base::SourceText source("study.toml", text);
  const base::TomlValue file = base::parse_toml(source, diagnostics);
  base::TomlTable study(file, "the study", diagnostics);
  return read_readings(study, diagnostics);
}

const std::string two = R"([readings]
of = "the rule"
[[readings.way]]
name = "as observed"
description = "As it was."
[readings.way.set]
"cutting rule" = 1
[[readings.way]]
name = "statutory first"
[readings.way.set]
"cutting rule" = 2
)";

TEST(Readings, are_ways_with_settings_of_their_own) {
  base::Diagnostics diagnostics;
  const Readings readings = readings_of(two, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  EXPECT_EQ(readings.of, "the rule");
  ASSERT_EQ(readings.ways.size(), 2U);
  EXPECT_EQ(readings.ways[0].description, "As it was.");
  EXPECT_EQ(readings.ways[1].settings.front().variable, "cutting rule");
  EXPECT_EQ(readings.ways[1].settings.front().value, 2);
}

TEST(Readings, are_none_where_a_study_does_not_ask) {
  base::Diagnostics diagnostics;
  EXPECT_TRUE(readings_of("title = \"x\"\n", diagnostics).ways.empty());
  EXPECT_FALSE(diagnostics.has_errors()) << diagnostics.render();
}

TEST(Readings, leave_a_scenario_alone_that_has_chosen_one) {
  base::Diagnostics diagnostics;
  const Readings readings = readings_of(two, diagnostics);
  EXPECT_TRUE(is_settled({{"Cutting Rule", "", 3, {}}}, readings));
  EXPECT_FALSE(is_settled({{"protection", "", 0.5, {}}}, readings));
  EXPECT_FALSE(is_settled({}, readings));
}

TEST(Readings, that_cannot_be_compared_are_refused_all_at_once) {
  base::Diagnostics diagnostics;
  readings_of("[readings]\nof = \"it\"\n[[readings.way]]\nname = \"one\"\n", diagnostics);
  EXPECT_NE(diagnostics.render().find("the reading 'one' sets nothing [empty-reading]"), std::string::npos)
      << diagnostics.render();
  EXPECT_NE(diagnostics.render().find("fewer than two readings [one-reading]"), std::string::npos);
  base::Diagnostics others;
  readings_of(two + "[[readings.way]]\nname = \"as observed\"\n[readings.way.set]\n\"x\" = 1\n", others);
  EXPECT_NE(others.render().find("there are two readings 'as observed' [duplicate-reading]"), std::string::npos)
      << others.render();
}

}  // namespace
}  // namespace commonweal::study
