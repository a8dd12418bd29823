// SPDX-License-Identifier: Apache-2.0
// Every policy of the library does something of its own to the shipped model.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "public_services.h"
#include "study/binding.h"
#include "study/policy_library.h"
#include "study/scheduled_policies.h"

namespace commonweal::laws {
namespace {

constexpr double rounding = 1e-9;  ///< of a figure's size: below it two figures are the same
constexpr double nothing = 1e-6;   ///< of a figure's size: a response below it nobody would see

const std::vector<study::Policy>& library() {
  static const std::vector<study::Policy> policies = [] {
    base::Diagnostics diagnostics;
    std::vector<study::Policy> read =
        study::read_policies(std::string(COMMONWEAL_ROOT) + "/domain/policies", diagnostics);
    study::check_policies(read, shipped_program(), diagnostics);
    EXPECT_EQ(diagnostics.render(), "");
    return read;
  }();
  return policies;
}

program::Inputs with_loops(double state) {
  program::Inputs inputs = shipped_inputs();
  for (const program::Variable& one : shipped_program().variables) {
    if (one.name.starts_with("loop ")) set(inputs, one.name, state);
  }
  return inputs;
}

/// What the model computes from what is chosen: levers and constants are no response.
YearlyLines computed(YearlyLines lines) {
  std::erase_if(lines, [](const auto& line) {
    const std::string name = line.first.substr(0, line.first.find('['));
    return name == "lever in force" || variable(name).kind == program::Kind::constant;
  });
  return lines;
}

YearlyLines lines_with(const study::ScheduledPolicy& spell, double loops) {
  program::Inputs inputs = with_loops(loops);
  base::Diagnostics diagnostics;
  for (const study::Setting& setting :
       study::settings_of({spell}, library(), {first_year}, {first_year + years - 1}, {}, diagnostics)) {
    study::bind_setting(shipped_program(), setting, inputs, diagnostics);
  }
  EXPECT_EQ(diagnostics.render(), "");
  return computed(run_lines(inputs));
}

study::ScheduledPolicy begun(const std::string& policy, int year) {
  study::ScheduledPolicy spell;
  spell.policy = policy;
  spell.start = base::FinancialYear{year};
  return spell;
}

/// The lines with one policy done in full from the second year, or with none.
YearlyLines lines_with(const study::Policy* policy, double loops) {
  if (policy == nullptr) return computed(run_lines(with_loops(loops)));
  return lines_with(begun(policy->id, first_year + 1), loops);
}

bool differ(const std::vector<double>& one, const std::vector<double>& other, double tolerance) {
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (std::abs(one[i] - other[i]) > tolerance * std::max({std::abs(one[i]), std::abs(other[i]), 1e-6})) return true;
  }
  return false;
}

/// Names of the variables that differ.
std::set<std::string> moved(const YearlyLines& one, const YearlyLines& other, double tolerance) {
  std::set<std::string> names;
  for (const auto& [name, line] : one) {
    if (differ(line, other.at(name), tolerance)) names.insert(name.substr(0, name.find('[')));
  }
  return names;
}

TEST(Policies, ThereAreThirtyOverAllFamilies) {
  EXPECT_GE(library().size(), 30U);
  std::set<std::string> seen;
  for (const study::Policy& policy : library()) seen.insert(policy.family);
  EXPECT_EQ(seen.size(), study::families().size());
}

TEST(Policies, NoTwoHaveTheSameResponse) {
  std::vector<YearlyLines> lines;
  for (const study::Policy& policy : library()) lines.push_back(lines_with(&policy, 1));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      EXPECT_FALSE(moved(lines[i], lines[j], nothing).empty()) << library()[i].id << " and " << library()[j].id;
    }
  }
}

TEST(Policies, EachDoesSomething) {
  const YearlyLines none = lines_with(nullptr, 1);
  for (const study::Policy& policy : library()) {
    EXPECT_FALSE(moved(lines_with(&policy, 1), none, nothing).empty()) << policy.id;
  }
}

TEST(Policies, NothingChangesBeforeTheFirstYearOfOne) {
  constexpr std::size_t before = 4;
  const YearlyLines none = lines_with(nullptr, 1);
  for (const study::Policy& policy : library()) {
    for (const auto& [name, line] : lines_with(begun(policy.id, first_year + before), 1)) {
      if (name == "time with families") continue;  // says how a programme is done, whether or not there is one
      for (std::size_t year = 0; year < before; ++year) {
        EXPECT_EQ(line[year], none.at(name)[year]) << policy.id << ", " << name << " in year " << year;
      }
    }
  }
}

TEST(Policies, APartnerPaysForAsMuchOfAProgrammeAsThereIs) {
  study::ScheduledPolicy spell = begun("police-pay-for-dental-care", first_year + 2);
  spell.ramp = 2;
  spell.intensity = 0.5;
  spell.stop = base::FinancialYear{first_year + 6};
  const YearlyLines lines = lines_with(spell, 0);
  constexpr double agreed = 2.5;
  const std::vector<double> shares = {0, 0, 0.25, 0.5, 0.5, 0.5, 0, 0, 0, 0, 0, 0};
  for (std::size_t year = 0; year < years; ++year) {
    const double prices = lines.at("price level")[year];
    EXPECT_NEAR(lines.at("paid by a partner[police and justice]")[year], agreed * prices * shares[year], 1e-12) << year;
  }
}

TEST(Policies, AtLeastTwelveMoveDifferentVariables) {
  const YearlyLines none = lines_with(nullptr, 0);
  std::set<std::set<std::string>> different;
  for (const study::Policy& policy : library()) different.insert(moved(lines_with(&policy, 0), none, rounding));
  EXPECT_GE(different.size(), 12U);
  RecordProperty("different", static_cast<int>(different.size()));
}

TEST(Policies, WhatWasFoundNotToWorkLowersNoNeed) {
  const YearlyLines none = lines_with(nullptr, 0);
  for (const std::string id : {"telecare", "intensive-home-visiting", "swindon-in-name-only", "encouragement-only"}) {
    const auto policy = std::ranges::find(library(), id, &study::Policy::id);
    ASSERT_NE(policy, library().end()) << id;
    for (const auto& [name, line] : lines_with(&*policy, 0)) {
      if (!name.starts_with("people with moderate need[") && !name.starts_with("people with complex need[")) continue;
      for (std::size_t year = 0; year < line.size(); ++year) {
        EXPECT_GE(line[year], none.at(name)[year] * (1 - rounding)) << id << ", " << name;
      }
    }
  }
}

}  // namespace
}  // namespace commonweal::laws
