// SPDX-License-Identifier: Apache-2.0
#include "analysis/demography.h"

#include <gtest/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

using fabricated::assumed;
using fabricated::published;

struct Made {
  study::Scenario scenario = fabricated::scenario("flat", "Funding flat", "town");
  place::Place place = fabricated::place("town", "Town");
  ensemble::Ensemble ensemble =
      fabricated::one_future({2012}, {{"population", "young", {60, 61, 62, 63}},
                                      {"population", "old", {40, 41, 42, 43}},
                                      {"share aged 65 and over", "", {0.4, 0.41, 0.42, 0.43}}});
  Bibliography bibliography;

  Made() { place.sources = {fabricated::source("census", "Census"), fabricated::source("rs", "Revenue outturn")}; }

  Demography demography() {
    return analysis::demography({scenario, place, YearlyFigures(ensemble, ensemble.futures.front()), {}}, bibliography);
  }
};

TEST(Demography, GivesEveryAgeAndTheShareOfTheOld) {
  Made made;
  const Demography found = made.demography();
  EXPECT_EQ(found.place, "Town");
  EXPECT_EQ(found.first.text(), "2012-13");
  ASSERT_EQ(found.ages.size(), 2u);
  EXPECT_EQ(found.ages[1].name, "old");
  EXPECT_EQ(found.ages[1].values, (std::vector<double>{40, 41, 42, 43}));
  EXPECT_EQ(found.share_65_and_over, (std::vector<double>{0.4, 0.41, 0.42, 0.43}));
}

TEST(Demography, SaysWhichYearsArePublishedDerivedAssumedOrMissing) {
  Made made;
  place::Observation derived = published("population", 2013, 1, "person", "census");
  derived.status = place::Status::derived;
  derived.note = "the mean of its neighbours";
  made.place.observations = {
      published("population", 2010, 1, "person", "census"),  // before the run: not spoken of
      assumed("population", "young", 2012, 60, "scaled to the total."),
      assumed("population", "old", 2012, 40, "scaled to the total."),
      derived,
      published("population", 2014, 1, "person", "census"),
      published("base spend", 2015, 1, "GBP million/year", "rs"),
  };
  EXPECT_EQ(made.demography().basis,
            "Population of Town: published for 2014-15; derived for 2013-14 (the mean of its neighbours); assumed for "
            "2012-13 (scaled to the total); taken by the model from the nearest figures for 2015-16.");
}

TEST(Demography, CitesTheSourcesOfThePopulationOnly) {
  Made made;
  made.place.observations = {published("base spend", 2012, 1, "GBP million/year", "rs"),
                             published("population", 2012, 1, "person", "census")};
  EXPECT_EQ(made.demography().cites, std::vector<int>{1});
  ASSERT_EQ(made.bibliography.sources().size(), 1u);
  EXPECT_EQ(made.bibliography.sources().front().title, "Census");
}

}  // namespace
}  // namespace commonweal::analysis
