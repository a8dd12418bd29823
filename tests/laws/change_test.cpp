// SPDX-License-Identifier: Apache-2.0
// Behaviour, programmes, learning and agencies: what fades, what each programme alone moves, and that no money appears
// between agencies.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "public_services.h"
#include "random_inputs.h"

namespace commonweal::laws {
namespace {

const std::vector<std::string> agencies = {
    "council",          "NHS",      "police and justice", "central government", "schools", "housing providers",
    "voluntary sector", "residents"};

/// Barnet on money flat in cash, where every loop acts.
program::Inputs pressed() {
  program::Inputs inputs = shipped_inputs();
  set(inputs, "envelope follows inflation", 0);
  for (const program::Variable& variable : shipped_program().variables) {
    if (variable.name.starts_with("loop ")) set(inputs, variable.name, 1);
  }
  return inputs;
}

RC_GTEST_PROP(Law9, TransfersBetweenAgenciesAddUpToNothingAndLedgersSum, ()) {
  program::Inputs inputs = pressed();
  for (const std::string& name : shipped_program().find("lever intensity")->elements) {
    if (*rc::gen::inRange(0, 2) == 0) pull(inputs, name, between(0, 1.5));
  }
  const std::size_t payments = variable("payment of a partner").elements.size();
  for (std::size_t payment = 0; payment < payments; ++payment) {
    if (*rc::gen::inRange(0, 8) == 0) set(inputs, "payment of a partner", payment, between(0, 20));
  }
  set(inputs, "trust between partners at start", between(0, 1));
  set(inputs, "partners trust lost to shifted costs", between(0, 50));
  const YearlyLines lines = run_lines(inputs);
  for (std::size_t year = 0; year < years; ++year) {
    const auto sum = [&](const std::string& name) {
      double all = 0;
      for (const std::string& agency : agencies) all += lines.at(name + "[" + agency + "]")[year];
      return all;
    };
    const double received = lines.at("transfer[council]")[year];
    const double small = 1e-9 * (1 + std::fabs(received) + lines.at("investment")[year]);
    RC_ASSERT(std::fabs(sum("transfer")) <= small);
    RC_ASSERT(std::fabs(sum("invested") - lines.at("investment")[year]) <= small);
    RC_ASSERT(std::fabs(lines.at("partner money received")[year] - received) <= small);
    const double gain = sum("gain of an agency");
    RC_ASSERT(std::fabs(sum("cashable gain") + sum("gain not in cash") - gain) <= 1e-9 * (1 + std::fabs(gain) * 100));
  }
}

RC_GTEST_PROP(Law3, LearningAndTrustOfPartnersStayShares, ()) {
  program::Inputs inputs = pressed();
  for (const std::string& name : shipped_program().find("lever intensity")->elements) {
    if (*rc::gen::inRange(0, 3) == 0) pull(inputs, name, between(0, 2));
  }
  set(inputs, "learning by being assessed", between(0, 5));
  set(inputs, "learning lost to blame", between(0, 1));
  set(inputs, "effect of learning", between(-1, 2));
  set(inputs, "partners trust by practice", between(-1, 2));
  const YearlyLines lines = run_lines(inputs);
  for (const auto& [name, figures] : lines) {
    const bool is_share = name == "organisational learning" || name == "trust between partners" ||
                          name.starts_with("habit[") || name.starts_with("programme coverage[");
    for (const double value : figures) {
      if (is_share) {
        RC_ASSERT(value >= 0 && value <= 1);
      }
      if (name == "ideas at work" || name == "intelligent failures" || name == "preventable failures") {
        RC_ASSERT(value >= 0);
      }
    }
  }
}

/// Barnet with so much money that nothing need be cut, so that what is done acts on its own.
program::Inputs unpressed() {
  program::Inputs inputs = shipped_inputs();
  for (program::SeriesPoints* points : series_of(inputs, "announced funding")) {
    for (double& value : points->values) value *= 2;
  }
  return inputs;
}

/// What only one programme moves: the first figure on its road, and of no other's.
const std::vector<std::pair<std::string, std::string>> moved_alone = {
    {"prevention older", "onset prevented by programmes[older people]"},
    {"prevention working age", "onset prevented by programmes[working age disabled]"},
    {"prevention families", "onset prevented by programmes[children and families]"},
    {"prevention homelessness", "onset prevented by programmes[homeless households]"},
    {"crisis recovery", "recovery by programmes[people in crisis]"},
    {"re ablement", "recovery by programmes[older people]"},
    {"family key working", "escalation prevented by programmes[children and families]"},
    {"community building", "capacity of the community built"},
    {"shared living", "recovery by programmes[working age disabled]"},
    {"personal budgets", "control felt[adult social care working age]"},
    {"behaviour change", "habit[recycling]"},
    {"staff and culture", "councils trust in residents"},
    {"road safety", "harm level[road casualties]"}};

TEST(Programmes, EachMovesSomethingThatNoOtherMoves) {
  std::map<std::string, YearlyLines> runs;
  for (const auto& [programme, unused] : moved_alone) {
    program::Inputs inputs = unpressed();
    pull(inputs, programme, 1);
    runs[programme] = run_lines(inputs);
  }
  const YearlyLines plain = run_lines(unpressed());
  for (const auto& [programme, moved] : moved_alone) {
    for (const auto& [other, lines] : runs) {
      const double change = std::fabs(lines.at(moved)[3] - plain.at(moved)[3]);
      // The habit of helping each other makes helpers too: by far the smaller road to capacity.
      const double small = moved == "capacity of the community built" ? 1e-2 : 1e-12;
      if (other == programme) {
        EXPECT_GT(change, 1e-5) << programme;
      }
      if (other != programme) {
        EXPECT_LE(change, small) << programme << " and " << other;
      }
    }
  }
}

TEST(Programmes, WhatStopsIsLostAtThePublishedPace) {
  program::Inputs inputs = pressed();
  pull(inputs, "re ablement", 1);
  pull(inputs, "behaviour change", 1);
  set(inputs, "lever end year", 2018);
  const YearlyLines lines = run_lines(inputs);
  const double euler_year = std::pow(1 - 0.15 / 8, 8);  // 15% a year in eight steps
  for (std::size_t year = 8; year < years; ++year) {
    for (const char* name : {"programme coverage[re ablement]", "habit[recycling]"}) {
      EXPECT_NEAR(lines.at(name)[year] / lines.at(name)[year - 1], euler_year, 1e-9) << name;
    }
  }
}

TEST(Evidence, APromptIsGoneWhenItStops) {
  program::Inputs inputs = pressed();
  pull(inputs, "nudging", 1);
  set(inputs, "share irritated by messages", 0);
  set(inputs, "lever end year", 2015);
  const YearlyLines lines = run_lines(inputs);
  EXPECT_NEAR(lines.at("behaviour[recycling]")[2], 0.014, 1e-12);
  EXPECT_EQ(lines.at("behaviour[recycling]")[3], 0);
}

TEST(Evidence, AMessageWithoutMeansFormsNoHabit) {
  program::Inputs inputs = pressed();
  pull(inputs, "exhortation", 1);
  pull(inputs, "nudging", 1);
  EXPECT_EQ(run_lines(inputs).at("habit[recycling]").back(), 0);
}

TEST(Evidence, InspectionImprovesFiguresAndLowersLearning) {
  program::Inputs inputs = pressed();
  const YearlyLines before = run_lines(inputs);
  pull(inputs, "inspection", 1);
  const YearlyLines after = run_lines(inputs);
  EXPECT_GT(after.at("measured performance").back(), before.at("measured performance").back());
  EXPECT_LE(after.at("quality of all services").back(), before.at("quality of all services").back());
  EXPECT_LT(after.at("organisational learning").back(), before.at("organisational learning").back());
  EXPECT_GT(after.at("investment").back(), before.at("investment").back());
}

TEST(Evidence, IdeasFailFourTimesInFiveAndBlameCostsFidelity) {
  program::Inputs inputs = pressed();
  pull(inputs, "experiments", 1);
  const YearlyLines tried = run_lines(inputs);
  EXPECT_NEAR(tried.at("intelligent failures").back(), 8, 1e-9);
  EXPECT_EQ(tried.at("preventable failures").back(), 0);
  pull(inputs, "re ablement", 1);
  pull(inputs, "inspection", 1);
  EXPECT_GT(run_lines(inputs).at("preventable failures").back(), 0);
}

TEST(Agencies, NoMoreIsSharedThanPartnersTrustEachOtherWith) {
  program::Inputs inputs = unpressed();
  pull(inputs, "joint commissioning", 1);
  const YearlyLines lines = run_lines(inputs);
  EXPECT_NEAR(lines.at("joint commissioning share").back(), lines.at("trust between partners").back(), 0.02);
  pull(inputs, "joint commissioning", 0.1);
  EXPECT_NEAR(run_lines(inputs).at("joint commissioning share").back(), 0.1, 1e-12);
}

TEST(Agencies, CutsOfTheCouncilCostOthers) {
  program::Inputs inputs = unpressed();
  const YearlyLines before = run_lines(inputs);
  set(inputs, "chosen cut", 0.1);
  pull(inputs, "chosen cuts", 1);
  const YearlyLines after = run_lines(inputs);
  for (const char* agency : {"NHS", "police and justice", "residents"}) {
    const std::string gain = "gain of an agency[" + std::string(agency) + "]";
    EXPECT_LT(after.at(gain).back(), before.at(gain).back()) << agency;
  }
  EXPECT_LT(after.at("trust between partners").back(), before.at("trust between partners").back());
}

}  // namespace
}  // namespace commonweal::laws
