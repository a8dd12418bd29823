// SPDX-License-Identifier: Apache-2.0
#include "experiments/prospect.h"

#include <random>

#include <gtest/gtest.h>

namespace commonweal::experiments {
namespace {

/// A register of one row, and a pilot that measures it.
struct Tried {
  evidence::Register evidence;
  study::Policy policy;

  Tried() {
    evidence::Entry entry;
    entry.id = entry.variable = "effect";
    entry.central = 10, entry.low = 6, entry.high = 14;
    entry.distribution = "normal", entry.unit = "year";
    evidence.entries.push_back(entry);
    study::Pilot pilot;
    pilot.constant.text = "effect";
    pilot.standard_error = 2;
    pilot.stop = {false, 9};
    pilot.scale = {true, 10};
    policy.pilot = pilot;
  }
};

// The chances against trials thrown one by one: a true effect, and a result about it.
TEST(Prospect, gives_the_chances_that_many_trials_show) {
  const Tried tried;
  base::Diagnostics diagnostics;
  const auto prospect = prospect_of(tried.policy, tried.evidence, diagnostics);
  ASSERT_TRUE(prospect);
  std::mt19937_64 source(1);
  std::normal_distribution<double> truth(10, 4 / 1.2815515655446004), error(0, 2);
  const int trials = 200000;
  int stopped = 0, scaled = 0;
  for (int i = 0; i < trials; ++i) {
    const double found = truth(source) + error(source);
    const Verdict verdict = verdict_of(*tried.policy.pilot, belief_of(Scale::plain, found, 2));
    stopped += verdict == Verdict::stop ? 1 : 0;
    scaled += verdict == Verdict::scale ? 1 : 0;
  }
  EXPECT_NEAR(prospect->chance_stop, static_cast<double>(stopped) / trials, 0.005);
  EXPECT_NEAR(prospect->chance_scale, static_cast<double>(scaled) / trials, 0.005);
}

TEST(Prospect, meets_no_rule_at_its_limit) {
  const Tried tried;
  const double reach = 2 * 1.2815515655446004;
  EXPECT_EQ(verdict_of(*tried.policy.pilot, {Scale::plain, 10 + reach + 0.001, 2}), Verdict::scale);
  EXPECT_EQ(verdict_of(*tried.policy.pilot, {Scale::plain, 10 + reach - 0.001, 2}), Verdict::neither);
  EXPECT_EQ(verdict_of(*tried.policy.pilot, {Scale::plain, 9 - reach + 0.001, 2}), Verdict::neither);
  EXPECT_EQ(verdict_of(*tried.policy.pilot, {Scale::plain, 9 - reach - 0.001, 2}), Verdict::stop);
}

TEST(Prospect, needs_a_row_of_the_register) {
  Tried tried;
  tried.evidence.entries.clear();
  base::Diagnostics diagnostics;
  EXPECT_FALSE(prospect_of(tried.policy, tried.evidence, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].name, "no-row");
  EXPECT_EQ(diagnostics.all()[0].message, "the register has no row for 'effect'");
  EXPECT_EQ(diagnostics.all()[0].hint, "add one: what is believed before the trial, and why");
}

TEST(Rules, have_one_hash_however_they_are_laid_out) {
  const Tried tried;
  study::Pilot pilot = *tried.policy.pilot;
  pilot.hypothesis = "It  works.\n";
  const std::string hash = study::rules_hash("a", pilot);
  pilot.hypothesis = " It works.";
  pilot.constant.text = "Effect";
  EXPECT_EQ(study::rules_hash("a", pilot), hash);
  pilot.scale.value = 10.5;
  EXPECT_NE(study::rules_hash("a", pilot), hash);
  EXPECT_NE(study::rules_hash("b", *tried.policy.pilot), study::rules_hash("a", *tried.policy.pilot));
}

}  // namespace
}  // namespace commonweal::experiments
