// SPDX-License-Identifier: Apache-2.0
// The examples of the discussion paper do what their descriptions in domain/studies/paper-examples.toml say.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ensemble/run.h"
#include "place/place.h"
#include "public_services.h"
#include "study/design.h"
#include "study/study.h"

namespace commonweal::laws {
namespace {

/// Yearly figures of a variable in a scenario of the study, from 2012-13.
std::vector<double> series(const std::string& scenario, const std::string& variable, const std::string& element = "") {
  static base::Diagnostics diagnostics;
  static const study::Study study =
      study::read(std::string(COMMONWEAL_ROOT) + "/domain/studies/paper-examples.toml", diagnostics);
  static const study::Design design =
      study::design(study, {place::read(study.places.front(), diagnostics)}, shipped_program(),
                    {"gap before action", "total funding"}, diagnostics);
  static const ensemble::Ensemble ensemble = ensemble::run(shipped_program(), design, diagnostics);
  if (diagnostics.has_errors()) {
    std::fputs(diagnostics.render().c_str(), stderr);
    std::abort();
  }
  const auto found = std::find(design.run_names.begin(), design.run_names.end(), scenario);
  const auto index = static_cast<std::size_t>(found - design.run_names.begin());
  return ensemble.series(ensemble.futures.at(index), variable, element);
}

double in(int year, const std::vector<double>& figures) {
  return figures.at(static_cast<std::size_t>(year - first_year));
}

/// What a scenario adds to a figure of carrying on.
double adds(const std::string& scenario, int year, const std::string& variable, const std::string& element = "") {
  return in(year, series(scenario, variable, element)) - in(year, series("carry-on", variable, element));
}

const std::vector<std::string> partners = {
    "NHS", "police and justice", "central government", "schools", "housing providers", "voluntary sector", "residents"};

TEST(Examples, ThePolicePayForDentalCareAndGetLittleOfItBackInCash) {
  const std::string id = "police-pay-for-dental-care";
  EXPECT_LT(adds(id, 2032, "people with moderate need", "people in crisis"), -10);
  const double gain = adds(id, 2032, "gain of an agency", "police and justice");
  double all = adds(id, 2032, "gain of an agency", "council");
  for (const std::string& partner : partners) {
    all += adds(id, 2032, "gain of an agency", partner);
    if (partner != "police and justice") {
      EXPECT_GT(gain, adds(id, 2032, "gain of an agency", partner)) << partner;
    }
  }
  EXPECT_LT(gain, all / 2);
  const double paid = in(2032, series(id, "invested", "police and justice"));
  EXPECT_LT(adds(id, 2032, "cashable gain", "police and justice"), paid / 5);
}

TEST(Examples, TheHealthServicePaysForRoadSafetyAndResidentsGainMost) {
  const std::string id = "health-pays-for-road-safety";
  EXPECT_LT(adds(id, 2022, "harm level", "road casualties"), -0.01);
  const double health = adds(id, 2022, "gain of an agency", "NHS");
  EXPECT_GT(health, 0);
  EXPECT_GT(adds(id, 2022, "gain of an agency", "residents"), health);
  EXPECT_LT(health, in(2022, series(id, "invested", "NHS")));
  for (const int year : {2014, 2022, 2032}) {
    EXPECT_NEAR(adds(id, year, "gain of an agency", "council"), 0, 0.02);
    EXPECT_NEAR(adds(id, year, "gap before action"), 0, 0.02);
  }
}

TEST(Examples, TheSwindonFamiliesNeedTimeNotTheNameAndMoneyIsMissedElsewhere) {
  const std::string id = "swindon-families", name_only = "swindon-in-name-only";
  const auto in_care = [](const std::string& scenario, int year) {
    return adds(scenario, year, "people with complex need", "children and families");
  };
  for (const int year : {2017, 2023, 2032}) EXPECT_LT(in_care(id, year), in_care(name_only, year));
  EXPECT_LT(in_care(id, 2017), 0);
  EXPECT_GT(in_care(id, 2032), 0);
  EXPECT_GT(adds(id, 2023, "total unmet need"), 100);
  EXPECT_GE(in_care(name_only, 2017), 0);
  EXPECT_NEAR(in(2017, series(id, "cost of programmes")), in(2017, series(name_only, "cost of programmes")), 0.01);
}

TEST(Examples, DirectPaymentsGiveControlToAdultsOfWorkingAgeAndCostTheSame) {
  const std::string id = "direct-payments";
  EXPECT_GT(adds(id, 2022, "perceived quality", "adult social care working age"), 0.02);
  EXPECT_LT(adds(id, 2022, "perceived quality", "adult social care older"), 0.001);
  EXPECT_NEAR(adds(id, 2022, "gap before action") / in(2022, series("carry-on", "total funding")), 0, 0.002);
}

TEST(Examples, ATenthOffEverythingShrinksTheGapAndOthersPay) {
  const std::string id = "uniform-cut";
  EXPECT_LT(adds(id, 2013, "gap before action"), 0);
  EXPECT_LT(adds(id, 2032, "gap before action"), 0);
  EXPECT_GT(adds(id, 2032, "gap before action"), adds(id, 2017, "gap before action"));
  EXPECT_GT(adds(id, 2017, "total unmet need"), 1000);
  EXPECT_GT(adds(id, 2032, "people with complex need", "children and families"), 20);
  for (int year = 2013; year <= 2032; ++year) {
    double others = 0;
    for (const std::string& partner : partners) others += adds(id, year, "gain of an agency", partner);
    EXPECT_LT(others, 0) << year;
  }
}

TEST(Examples, ANudgePushedHarderPromptsNobodyMoreAndCostsTrust) {
  EXPECT_GT(in(2017, series("nudge", "behaviour", "recycling")), 0.005);
  EXPECT_LT(in(2017, series("nudge", "behaviour", "recycling")), 0.014);
  EXPECT_LT(in(2017, series("nudge-pushed", "behaviour", "recycling")), 0);
  EXPECT_LT(adds("nudge-pushed", 2022, "residents trust"), 3 * adds("nudge", 2022, "residents trust"));
  EXPECT_LT(adds("nudge-pushed", 2022, "total funding"), 0);
  EXPECT_GT(adds("nudge-pushed", 2022, "gap before action"), 0);
}

TEST(Examples, OutsourcingCostsThenSavesThenFades) {
  const std::string element = "environment and waste";
  const auto saving = [&](int year) { return 1 - in(year, series("outsourcing", "delivery form factor", element)); };
  EXPECT_GT(adds("outsourcing", 2013, "gap before action"), 0);
  EXPECT_LT(adds("outsourcing", 2017, "gap before action"), 0);
  double largest = 0;
  for (int year = 2012; year <= 2032; ++year) largest = std::max(largest, saving(year));
  EXPECT_NEAR(saving(2032) / largest, 1 / 3., 0.1);
}

TEST(Examples, OutsourcingIsNotGivenUpInADay) {
  const std::string element = "environment and waste";
  const auto moved = [&](const std::string& id, int year) { return adds(id, year, "bought now", element); };
  const double before = moved("outsourcing-given-up", 2022);
  EXPECT_GT(moved("outsourcing-given-up", 2027) / before, 0.33);
  EXPECT_LT(moved("outsourcing-given-up", 2032) / before, 0.25);
}

/// A scenario's settings as pairs that can be compared, but for one variable.
std::map<std::string, double> settings_without(const study::Scenario& scenario, const std::string& left_out) {
  std::map<std::string, double> settings;
  for (const study::Setting& one : scenario.settings) {
    if (one.variable != left_out) settings[one.variable + "[" + one.element + "]"] = one.value;
  }
  return settings;
}

TEST(Loops, EachKnockOutCutsOneLoopAndNothingElse) {
  base::Diagnostics diagnostics;
  const study::Study study =
      study::read(std::string(COMMONWEAL_ROOT) + "/domain/studies/barnet-loops.toml", diagnostics);
  ASSERT_EQ(diagnostics.render(), "");
  const study::Scenario& all = study.scenarios[study::ScenarioId(0)];
  std::size_t cut = 0, loops = 0;
  for (const program::Variable& variable : shipped_program().variables) loops += variable.name.starts_with("loop ");
  for (const study::Scenario& scenario : study.scenarios) {
    const std::string prefix = "Without ";
    if (!scenario.name.starts_with(prefix)) continue;
    const std::string loop = "loop " + scenario.name.substr(prefix.size());
    EXPECT_EQ(settings_without(scenario, loop), settings_without(all, loop)) << scenario.id;
    for (const study::Setting& one : scenario.settings) {
      if (one.variable == loop) cut += one.value == 0;
    }
  }
  EXPECT_EQ(cut, loops);
}

}  // namespace
}  // namespace commonweal::laws
