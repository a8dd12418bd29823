// SPDX-License-Identifier: Apache-2.0
#include "analysis/fitted_numbers.h"

#include <gtest/gtest.h>

namespace commonweal::analysis {
namespace {

study::Target target(const std::string& id, study::Role role, const std::string& note = "") {
  study::Target made;
  made.id = id;
  made.what = "a gap";
  made.published = 16.5;
  made.unit = "GBP bn";
  made.role = role;
  made.note = note;
  return made;
}

evidence::Entry fitted_entry(const std::string& grade, const std::string& note) {
  evidence::Entry made;
  made.variable = "pressure rate";
  made.central = 0.0245;
  made.unit = "1/year";
  made.grade = grade;
  made.note = note;
  return made;
}

TEST(FittedNumbers, AreRegisterRowsWithTheTargetsTheirNoteNames) {
  evidence::Register evidence;
  evidence.entries = {fitted_entry("fitted", "Net of efficiency; fitted to F3.gap."),
                      fitted_entry("official", "F3.gap is not fitted")};
  EXPECT_EQ(
      fitted_numbers({target("F3.gap", study::Role::fitted), target("F3.other", study::Role::predicted)}, evidence),
      std::vector<std::string>{"pressure rate = 2.45% a year, chosen to agree with F3.gap (a gap: 16.5 GBP bn): "
                               "Net of efficiency; fitted to F3.gap."});
}

TEST(FittedNumbers, NameTheElementAndDoWithoutANamedTarget) {
  evidence::Register evidence;
  evidence.entries = {fitted_entry("fitted", "")};
  evidence.entries.front().element = "care";
  EXPECT_EQ(fitted_numbers({}, evidence),
            std::vector<std::string>{"pressure rate[care] = 2.45% a year, chosen to agree with published figures."});
}

TEST(FittedNumbers, TellOfFittedTargetsThatNoRowNames) {
  EXPECT_EQ(fitted_numbers({target("F4.years", study::Role::fitted, "the growth was fitted"),
                            target("F4.more", study::Role::fitted)},
                           {}),
            (std::vector<std::string>{
                "A number was chosen to agree with F4.years (a gap: 16.5 GBP bn): the growth was fitted.",
                "A number was chosen to agree with F4.more (a gap: 16.5 GBP bn).",
            }));
}

}  // namespace
}  // namespace commonweal::analysis
