// SPDX-License-Identifier: Apache-2.0
// Trust, the community and taking part: what holds whatever the evidence turns out to be, what does nothing because it
// was found to do nothing, and that each loop's switch cuts the link it names and no other.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "public_services.h"
#include "random_inputs.h"

namespace commonweal::laws {
namespace {

using Names = std::set<std::string>;

const Names co_modes = {"co commission", "co design", "co deliver", "co assess"};

/// Barnet on money flat in cash, so that services are cut, with `loops` closed.
program::Inputs pressed(const Names& loops) {
  program::Inputs inputs = shipped_inputs();
  set(inputs, "envelope follows inflation", 0);
  for (const std::string& loop : loops) set(inputs, loop, 1);
  return inputs;
}

const Names new_loops = {"loop R2 virtuous circle", "loop R3 trust trap",     "loop R5 spread",
                         "loop R8 community",       "loop B3 burnout",        "loop B5 expectation",
                         "loop R4 learning",        "loop B2 behaviour decay"};

/// The same with every way of working with residents in force.
program::Inputs with_residents(const Names& loops) {
  program::Inputs inputs = pressed(loops);
  for (const std::string& mode : co_modes) pull(inputs, mode, 1);
  for (const char* name :
       {"community means", "openness", "power handed over", "the deal", "behaviour change", "honest evaluation"})
    pull(inputs, name, 1);
  return inputs;
}

/// The variables in whose equations each loop's switch stands, from the model's text.
std::map<std::string, Names> links_of_switches() {
  std::ifstream file(std::string(COMMONWEAL_ROOT) + "/domain/models/public-services.mdl");
  std::map<std::string, Names> links;
  for (std::string equation; std::getline(file, equation, '|');) {
    equation = equation.substr(0, equation.find("\t~"));
    const std::size_t equals = equation.find('=');
    if (equals == std::string::npos) continue;
    std::string name = equation.substr(0, std::min(equation.find('['), equals));
    name = name.substr(name.find_first_not_of(" \n\t"));
    while (name.ends_with(' ')) name.pop_back();
    for (const std::string& loop : new_loops) {
      if (equation.find(loop, equals) != std::string::npos) links[loop].insert(name);
    }
  }
  return links;
}

TEST(Switches, EachCutsTheLinkItNamesAndNoOther) {
  const std::map<std::string, Names> expected = {
      {"loop R2 virtuous circle", {"willingness"}},
      {"loop R3 trust trap", {"payment through trust", "take up through trust"}},
      {"loop R4 learning", {"learning counts"}},
      {"loop B2 behaviour decay", {"habit lost"}},
      {"loop R5 spread", {"people taking it up"}},
      {"loop R8 community", {"onset prevented by the community"}},
      {"loop B3 burnout", {"overload"}},
      {"loop B5 expectation", {"expectation"}}};
  EXPECT_EQ(links_of_switches(), expected);
}

/// What a switch freezes, and the value it is frozen at.
struct Frozen {
  std::string loop, variable;
  double at;
};

TEST(Switches, TheLinkStandsStillWhileAllElseMoves) {
  const std::vector<Frozen> links = {{"loop R2 virtuous circle", "willingness", 0.5},
                                     {"loop R3 trust trap", "payment through trust", 1},
                                     {"loop R3 trust trap", "take up through trust", 1},
                                     {"loop R8 community", "onset prevented by the community[older people]", 0},
                                     {"loop R4 learning", "fidelity", 1},
                                     {"loop B2 behaviour decay", "habit lost[recycling]", 0},
                                     {"loop B3 burnout", "overload", 0},
                                     {"loop B5 expectation", "expectation", 1}};
  const auto run = [](const Names& loops) {
    program::Inputs inputs = with_residents(loops);
    pull(inputs, "the deal", 0);  // it moves expectation on a road of its own
    set(inputs, "part of capacity for services", 0.01);
    return run_lines(inputs);
  };
  const YearlyLines all = run(new_loops);
  for (const Frozen& link : links) {
    Names loops = new_loops;
    loops.erase(link.loop);
    const YearlyLines cut = run(loops);
    for (std::size_t year = 0; year < years; ++year) EXPECT_DOUBLE_EQ(cut.at(link.variable)[year], link.at);
    EXPECT_NE(all.at(link.variable).back(), link.at) << link.variable;
  }
}

RC_GTEST_PROP(Law3, SharesOfResidentsStayShares, ()) {
  program::Inputs inputs = with_residents(new_loops);
  for (const std::string& name : shipped_program().find("lever intensity")->elements) {
    if (*rc::gen::inRange(0, 3) == 0) pull(inputs, name, between(0, 2));
  }
  set(inputs, "trust gained by taking part", between(-1, 1));
  set(inputs, "weight of performance in trust", between(-1, 3));
  set(inputs, "weight of bad experiences in trust", between(0, 5));
  set(inputs, "share irritated by messages", between(0, 1));
  set(inputs, "loss against gain of trust", between(1, 4));
  set(inputs, "disappointment", between(0, 1));
  set(inputs, "response through trust", between(-1, 1));
  set(inputs, "effect of expected response", between(-1, 3));
  set(inputs, "decline of volunteering", between(0, 0.5));
  set(inputs, "loss by overload", between(0, 0.5));
  set(inputs, "pace by effort", between(0, 1));
  set(inputs, "professional volume per volume by residents", between(-2, 2));
  const YearlyLines lines = run_lines(inputs);
  for (const char* share : {"residents trust", "expected response", "councils trust in residents", "informed",
                            "community capacity", "willingness", "total co production"}) {
    for (const double value : lines.at(share)) RC_ASSERT(value >= 0 && value <= 1);
  }
  for (const auto& [name, figures] : lines) {
    if (name.starts_with("co production[")) {
      for (const double value : figures) RC_ASSERT(value >= 0);
    }
  }
}

TEST(Evidence, EncouragementAloneBringsNobodyAndCostsTrust) {
  program::Inputs inputs = pressed(new_loops);
  const YearlyLines before = run_lines(inputs);
  pull(inputs, "exhortation", 1);
  const YearlyLines after = run_lines(inputs);
  EXPECT_EQ(after.at("total co production").back(), 0);
  EXPECT_LT(after.at("residents trust").back(), before.at("residents trust").back());
}

TEST(Evidence, AskingWithoutMeansBringsNobody) {
  program::Inputs inputs = with_residents(new_loops);
  pull(inputs, "community means", 0);
  EXPECT_EQ(run_lines(inputs).at("total co production").back(), 0);
}

TEST(Evidence, AskingWithoutHandingOverPowerLowersWhatIsExpected) {
  program::Inputs inputs = with_residents(new_loops);
  const double listened = run_lines(inputs).at("expected response").back();
  pull(inputs, "power handed over", 0);
  EXPECT_LT(run_lines(inputs).at("expected response").back(), listened);
  EXPECT_LT(run_lines(inputs).at("expected response").back(), 0.4);
}

TEST(Evidence, TakingPartIsLostAgainWhenTheMeansGo) {
  program::Inputs inputs = with_residents(new_loops);
  set(inputs, "lever end year", lever("community means"), 2018);
  const YearlyLines lines = run_lines(inputs);
  const std::vector<double>& share = lines.at("total co production");
  EXPECT_GT(share[5], share[4]);
  for (std::size_t year = 7; year < years; ++year) EXPECT_NEAR(share[year] / share[year - 1], 0.82, 0.1);
}

TEST(Evidence, TrustIsLostFasterThanItIsGained) {
  program::Inputs inputs = shipped_inputs();
  set(inputs, "weight of being informed in trust", 1);
  pull(inputs, "openness", 1);
  set(inputs, "lever end year", lever("openness"), 2018);
  const YearlyLines lines = run_lines(inputs);
  const std::vector<double>& trust = lines.at("residents trust");
  const double top = trust[5] - 0.56, halfway = trust[2] - 0.56;
  EXPECT_GT(top, 0.05);
  EXPECT_LT((trust[8] - 0.56) / top, 1 - halfway / top);
}

TEST(Evidence, CutsReachTrustLate) {
  const YearlyLines lines = run_lines(pressed(new_loops));
  const std::vector<double>& seen = lines.at("quality seen by the public");
  const std::vector<double>& felt = lines.at("quality of all services");
  for (std::size_t year = 2; year < years; ++year) EXPECT_GT(seen[year], felt[year]);
}

TEST(Evidence, MeansForTheCommunityCostMoney) {
  program::Inputs inputs = pressed({});
  pull(inputs, "community means", 1);
  const YearlyLines lines = run_lines(inputs);
  EXPECT_NEAR(lines.at("cost of community means").front(), 5e-6 * lines.at("total population").front(), 1e-9);
  EXPECT_GE(lines.at("investment").front(), lines.at("cost of community means").front());
}

TEST(Evidence, NoWayOfWorkingIsFree) {
  for (const char* way : {"openness", "power handed over", "the deal", "honest evaluation"}) {
    program::Inputs inputs = pressed({});
    const double before = run_lines(inputs).at("investment").front();
    pull(inputs, way, 1);
    EXPECT_GT(run_lines(inputs).at("investment").front(), before) << way;
  }
}

TEST(Evidence, SomebodyWhoDoesSeveralThingsLoadsTheCommunityOnce) {
  program::Inputs inputs = with_residents({});
  set(inputs, "helpers from those who take part", 0);
  const auto load = [&](double same_people) {
    set(inputs, "places taken by the same people", same_people);
    return run_lines(inputs).at("load on the community");
  };
  const std::vector<double> by_places = load(0), by_heads = load(0.75);
  for (std::size_t year = 1; year < years; ++year) {
    EXPECT_GT(by_places[year], 0);
    EXPECT_NEAR(by_heads[year], by_places[year] / 4, 1e-9);
  }
}

}  // namespace
}  // namespace commonweal::laws
