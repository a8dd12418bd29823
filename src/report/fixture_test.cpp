// SPDX-License-Identifier: Apache-2.0
#include "report/fixture_test.h"

#include <cmath>

#include "analysis/agreement.h"
#include "report/table.h"

namespace commonweal::report::fixture {
namespace {

struct Service {
  const char* name;
  double spend;   ///< GBP million in the first year
  double growth;  ///< a year
};

const std::vector<Service> borough = {
    {"adult social care older", 51.0, 0.034}, {"adult social care working age", 51.1, 0.029},
    {"children's social care", 45.2, 0.025},  {"highways and transport", 22.6, 0.021},
    {"environment and waste", 21.3, 0.026},   {"culture and leisure", 15.2, 0.022},
    {"central services", 11.5, 0.02},         {"housing and homelessness", 5.5, 0.024},
    {"planning and economy", 2.0, 0.02}};

const std::vector<Service> nation = {{"adult social care", 14740, 0.0245},
                                     {"children's social care", 6420, 0.0245},
                                     {"environment and waste", 5220, 0.0245},
                                     {"other services", 20820, 0.0245}};

std::vector<double> growing(double start, double growth, int years) {
  std::vector<double> values;
  for (int year = 0; year < years; ++year) values.push_back(start * std::pow(1 + growth, year));
  return values;
}

/// The first crossing of `threshold`, between years by a straight line.
std::optional<analysis::Crossing> crossing(const std::vector<double>& share, double threshold,
                                           base::FinancialYear first) {
  for (std::size_t year = 0; year < share.size(); ++year) {
    if (share[year] < threshold) continue;
    if (year == 0) return analysis::Crossing{0, first};
    const double before = (threshold - share[year - 1]) / (share[year] - share[year - 1]);
    return analysis::Crossing{static_cast<double>(year) - 1 + before, first + static_cast<int>(year)};
  }
  return std::nullopt;
}

analysis::GraphOfDoom graph(const char* id, const char* name, const char* place, base::FinancialYear first,
                            const std::vector<Service>& services, std::size_t care, double extra,
                            double envelope_growth, int years) {
  analysis::GraphOfDoom result;
  result.scenario_id = id;
  result.scenario_name = name;
  result.place = place;
  result.first = first;
  result.care_services = care;
  double start = 0;
  std::vector<double> care_cost(static_cast<std::size_t>(years), 0.0);
  for (std::size_t service = 0; service < services.size(); ++service) {
    start += services[service].spend;
    result.services.push_back(
        {services[service].name, growing(services[service].spend, services[service].growth + extra, years)});
    if (service >= care) continue;
    for (std::size_t year = 0; year < care_cost.size(); ++year) care_cost[year] += result.services.back().values[year];
  }
  result.envelope = growing(start, envelope_growth, years);
  for (std::size_t year = 0; year < care_cost.size(); ++year)
    result.care_share.push_back(care_cost[year] / result.envelope[year]);
  result.restricts = crossing(result.care_share, 0.75, first);
  result.takes_all = crossing(result.care_share, 1, first);
  return result;
}

analysis::Gap gap_of(const analysis::GraphOfDoom& graph) {
  analysis::Gap gap;
  gap.scenario_id = graph.scenario_id;
  gap.scenario_name = graph.scenario_name;
  gap.place = graph.place;
  gap.first = graph.first;
  gap.cites = {1};
  double reserves = graph.envelope.front() * 0.12;
  for (std::size_t year = 0; year < graph.envelope.size(); ++year) {
    double required = 0;
    for (const auto& service : graph.services) required += service.values[year];
    const double before = required - graph.envelope[year];
    const double drawn = std::min(std::max(before, 0.0) * 0.4, reserves * 0.35);
    const double taxed = std::min(std::max(before - drawn, 0.0) * 0.3, graph.envelope.front() * 0.03);
    reserves -= drawn;
    gap.before_action.push_back(before);
    gap.from_reserves.push_back(drawn);
    gap.from_council_tax.push_back(taxed);
    gap.from_cuts.push_back(std::max(before, 0.0) - drawn - taxed);
    gap.unclosed.push_back(0);
    gap.reserves.push_back(reserves);
  }
  return gap;
}

analysis::GrowthDrivers drivers_of(const analysis::GraphOfDoom& graph, int years) {
  analysis::GrowthDrivers drivers;
  drivers.scenario_id = graph.scenario_id;
  drivers.scenario_name = graph.scenario_name;
  drivers.place = graph.place;
  drivers.from = graph.first;
  drivers.to = graph.first + years;
  drivers.cites = {1, 2};
  for (std::size_t service = 0; service < graph.services.size(); ++service) {
    const double start = graph.services[service].values.front();
    const double end = graph.services[service].values[static_cast<std::size_t>(years)];
    const double change = end - start;
    const bool care = service < graph.care_services;
    const double people = change * (care ? 0.45 : 0.2), need = care ? change * 0.08 : -change * 0.02;
    drivers.rows.push_back({graph.services[service].name, start, people, need, change - people - need, end});
  }
  return drivers;
}

analysis::Demography people() {
  analysis::Demography demography;
  demography.place = "Barnet";
  demography.first = {2012};
  demography.ages = {{"0 to 17", growing(86500, 0.002, 31)},
                     {"18 to 64", growing(227500, 0.005, 31)},
                     {"65 to 74", growing(25400, 0.013, 31)},
                     {"75 to 84", growing(16800, 0.019, 31)},
                     {"85 plus", growing(7800, 0.031, 31)}};
  for (std::size_t year = 0; year < 31; ++year) {
    double old = 0, all = 0;
    for (std::size_t age = 0; age < 5; ++age) {
      all += demography.ages[age].values[year];
      if (age >= 2) old += demography.ages[age].values[year];
    }
    demography.share_65_and_over.push_back(old / all);
  }
  demography.basis =
      "Published from 2022 on (ONS 2022-based projection). The population by age of 2012 is an assumption; the years "
      "between are derived.";
  demography.cites = {2};
  return demography;
}

analysis::NationalFinances national() {
  analysis::NationalFinances finances;
  finances.first = {1999};
  finances.spending = {368.1, 390.7, 417.4, 451.8, 493.7, 533.5, 565.7, 592.0, 628.8, 686.4,  721.7,  743.7,
                       746.2, 761.4, 768.2, 786.5, 794.7, 813.9, 836.9, 854.6, 886.0, 1106.5, 1040.9, 1154.6};
  finances.receipts = {379.8, 406.4, 412.2, 417.7, 455.0, 484.3, 521.5, 552.2, 583.9, 569.1, 564.0, 603.4,
                       624.9, 636.8, 663.8, 690.6, 714.1, 757.6, 780.7, 813.4, 826.5, 793.5, 919.9, 1017.5};
  finances.borrowing_outturn = {-11.6, -15.2, 6.6,   36.4, 43.7, 52.5, 46.1, 42.2, 47.1, 119.4, 159.9, 141.8,
                                121.3, 123.9, 102.5, 96.9, 81.5, 54.8, 58.9, 44.3, 61.5, 312.9, 121.1, 139.2};
  finances.borrowing_forecast_2012 = std::vector<double>(24, unknown);
  const std::array<double, 6> forecast = {126, 92, 98, 75, 52, 21};
  for (std::size_t year = 0; year < forecast.size(); ++year)
    finances.borrowing_forecast_2012[12 + year] = forecast[year];
  finances.cites = {3, 4};
  return finances;
}

std::vector<analysis::ReconciliationRow> reconciliation() {
  using study::Role;
  return {
      {"F3.gap.2019-20", "gap before action", "England", "lga-2012", "2019-20", 16.5, 16.49, "GBP bn", Role::fitted,
       0.08, true, "lga-2012", ""},
      {"F3.gap.2012-13", "gap before action", "England", "lga-2012", "2012-13", 1.4, 1.36, "GBP bn", Role::predicted,
       0.07, true, "lga-2012", "The paper says 2013/14, which contradicts the other figures."},
      {"F3.gap.2013-14", "gap before action", "England", "lga-2012", "2013-14", 1.4, 2.6, "GBP bn", Role::predicted,
       0.07, false, "paper", "The paper's reading of the start year."},
      {"F3.pressures.2019-20", "spending pressures", "England", "lga-2012", "2019-20", 56.9, 57.3, "GBP bn",
       Role::predicted, 2.845, true, "lga-2012", ""},
      {"F4.care-share.2012-13", "care as share of service spending", "Barnet", "relative-growth", "2012-13", 65.3,
       65.26, "%", Role::base, 0.05, true, "ro-2012", ""},
      {"F4.takes-all", "years until care takes all the money", "Barnet", "relative-growth", "", 20, 19.98, "years",
       Role::fitted, 1.0, true, "guardian-2012", ""},
      {"F4.outturn-share.2017-18",
       "care as share of service spending, outturn",
       "Barnet",
       "",
       "2017-18",
       65.3,
       unknown,
       "%",
       Role::given,
       {},
       true,
       "ro-2017",
       ""},
      {"D.share-65.2012",
       "share aged 65 and over",
       "United Kingdom",
       "",
       "2012",
       17,
       unknown,
       "%",
       Role::given,
       {},
       true,
       "ons-2012",
       ""},
  };
}

std::vector<analysis::Assumption> assumptions() {
  std::vector<analysis::Assumption> rows;
  for (const char* age : {"0 to 17", "18 to 64", "65 to 74", "75 to 84", "85 plus"}) {
    rows.push_back({std::string("population, ") + age + ", 2012-13", "domain/places/barnet/series.csv", "16,800",
                    "persons", "15,900 to 17,600",
                    "no table by age of the 2012-based projection could be had; scaled back from mid-2023"});
  }
  rows.push_back({"older people's share of adult care, 2012-13", "domain/places/barnet/series.csv", "0.5", "share",
                  "0.42 to 0.58", "the return has one line for adult care"});
  rows.push_back({"growth of price, care", "domain/evidence/register.csv row price.care", "0.0", "1/year, real",
                  "-0.01 to 0.01", "no published series of the time"});
  return rows;
}

/// A range from nine tenths to nine eighths of the care share.
void add_range(analysis::GraphOfDoom& graph) {
  for (const double share : graph.care_share) {
    graph.care_share_low.push_back(share * 0.9);
    graph.care_share_high.push_back(share * 1.125);
  }
  const std::vector<std::string> bounds = {"every driver low", "every driver high"};
  graph.restricts_range = {crossing(graph.care_share_high, 0.75, graph.first),
                           crossing(graph.care_share_low, 0.75, graph.first), bounds};
  graph.takes_all_range = {crossing(graph.care_share_high, 1, graph.first),
                           crossing(graph.care_share_low, 1, graph.first), bounds};
}

/// A hundred futures kept back, ten of them wanted; two conditions and one break-even value.
discovery::StudyDiscovery discovery_of(const std::string& scenario, const std::string& against) {
  discovery::StudyDiscovery made;
  made.wish.name = "the gap & need shrink";
  made.wish.scenario.text = "flat-real";
  made.wish.against.text = "flat-cash";
  made.wish.variable.text = "gap before action";
  made.wish.from = {2030};
  made.scenario_name = scenario;
  made.against_name = against;
  made.failed = 2;
  made.inputs = {"pay & prices", "elasticity", "fee"};
  made.units = {"1/year", "dimensionless", "GBP"};
  made.found.wanted = 21;
  made.found.all = 198;
  discovery::Limits above, between;
  above.low = 0.025;
  between.low = 0.1;
  between.high = 0.4;
  made.found.conditions = {{1, above, 0.0001, 0.98}, {0, between, 0.04, 0.62}};
  made.found.learned = {12, 10, 11, 99};
  made.found.kept_back = {10, 7, 10, 99};
  made.found.single = discovery::SingleRule{1, above, {20, 8, 10, 99}};
  made.break_evens = {{"elasticity", "dimensionless", 0.02, 0.035, true, 0.0004}};
  return made;
}

/// Three numbers, two of them correlated, and two figures: one of money and a share.
sensitivity::StudySensitivity sensitivity_of(const std::string& scenario) {
  sensitivity::StudySensitivity made;
  made.scenario_id = "flat-real";
  made.scenario_name = scenario;
  made.figures = {{{"gap before action", "", "GBP million", ensemble::Accumulation::sum}, {2030}, 120.5},
                  {{"care share", "", "dimensionless", ensemble::Accumulation::mean}, {2030}, 0.7}};
  made.moved = {
      {"pay & prices", "1/year", 0.02, 0.01, true, {{-11.25, 12.34}, {-0.011, 0.012}}},
      {"spend at start[older people]", "GBP million/year", 51, 0.51, false, {{-0.75, 0.75}, {unknown, 0.001}}},
      {"elasticity", "dimensionless", 0.5, 0.005, false, {{21.5, -20.125}, {0, 0}}},
      {"idle number", "person", 4, 0.04, false, {{0, 0}, {0, 0}}}};
  made.unmoved = {{"loop switch", "has single values only"}, {"fee", "is 0"}};
  made.groups = {{{"pay & prices"}}, {{"spend at start[older people]", "elasticity"}}};
  made.held = {"general inflation"};
  made.has_shocks = true;
  made.screening = sensitivity::Screening{
      {{{{30.25, 27.5, 33.25}, 30, 4.5}, {{41.5, 36, 48.25}, -12, 20}}, {{{0.03, 0.02, 0.04}, 0.03, 0}, {}}},
      19,
      1,
      60};
  sensitivity::VarianceAnalysis variance;
  variance.outputs = {{{{0.31, 0.28, 0.34}, {0.62, 0.58, 0.66}}, {{0.36, 0.33, 0.39}, {0.67, 0.63, 0.71}}, 118, 400},
                      {{{-0.01, -0.03, 0.01}, {0.98, 0.95, 1.01}}, {{0, 0, 0}, {1, 0.97, 1.03}}, 0.7, 0.01}};
  variance.rows = 1023;
  variance.failed_rows = 1;
  variance.runs = 4096;
  made.variance = variance;
  return made;
}

}  // namespace

analysis::Findings findings() {
  analysis::Findings all;
  all.study_id = "barnet-2012";
  all.title = "Barnet’s Graph of Doom, 2012";
  all.question = "If need and funding go on as they did in 2012, when does care leave no money for anything else?";

  analysis::GraphOfDoom real =
      graph("flat-real", "funding flat in real terms", "Barnet", {2012}, borough, 3, 0.0085, 0.02, 31);
  real.scenario_description =
      "Funding rises with general inflation of 2% a year; need grows with the population by age.";
  real.notes = {
      "Growth here is relative to the envelope. The outturn share did not rise: 65.3% in 2012-13 and again 65.3% in "
      "2017-18."};
  real.cites = {1, 2};
  const analysis::GraphOfDoom cash =
      graph("flat-cash", "funding flat in cash", "Barnet", {2012}, borough, 3, 0.0085, 0, 31);
  const analysis::GraphOfDoom relative = graph("relative-growth", "care grows 2.15% a year against the money", "Barnet",
                                               {2012}, borough, 3, -0.0078, 0, 31);
  analysis::GraphOfDoom england =
      graph("lga-2012", "the LGA’s funding outlook of 2012", "England", {2011}, nation, 2, 0, -0.018, 9);
  england.cites = {5};
  add_range(real);
  all.graphs = {real, cash, relative, england};
  for (const auto& one : all.graphs) all.gaps.push_back(gap_of(one));
  all.drivers = {drivers_of(real, 20)};
  all.share_drivers = {{"flat-real", real.scenario_name, {2012}, {2031}, 0.653, 0.2, 0.147, 0, 1},
                       {"flat-cash", cash.scenario_name, {2012}, {2022}, 0.653, 0.1, 0.08, 0.2, 1.033}};
  all.demography = {people()};
  all.national = national();
  all.reconciliation = reconciliation();
  all.agreement = analysis::agreement(all.reconciliation);
  all.fitted_numbers = {"pressure rate 2.45% a year, all services, England (F3.gap.2019-20)",
                        "growth 2.15% a year relative to the envelope, Barnet (F4.takes-all)",
                        "threshold 75% for “restricts all else”, Barnet (F4.restricts)"};
  all.assumptions = assumptions();
  all.sources = {{1, "ro-2012", "Local authority revenue outturn (RS), 2012 to 2013",
                  "Department for Communities and Local Government", "2013",
                  "https://www.gov.uk/government/collections/local-authority-revenue-expenditure-and-financing",
                  "Open Government Licence v3.0"},
                 {2, "ons-2022", "Subnational population projections, 2022-based, migration category variant",
                  "Office for National Statistics", "2025", "https://www.ons.gov.uk/peoplepopulationandcommunity",
                  "Open Government Licence v3.0"},
                 {3, "obr-hist", "Historical public finances database", "Office for Budget Responsibility", "2023",
                  "https://obr.uk/data/", "Open Government Licence v3.0"},
                 {4, "reuters-2012", "Budget forecasts, 21 March 2012", "Reuters", "2012", "", ""},
                 {5, "lga-2012", "Funding outlook for councils from 2010/11 to 2019/20: preliminary modelling",
                  "Local Government Association", "June 2012", "https://www.local.gov.uk", ""}};
  all.limits = {
      "Barnet’s central services rose and fell by reclassification between 2013-14 and 2017-18: a good story, a bad "
      "test of the model.",
      "Nothing here learns or reacts: no prevention, no behaviour, no trust. This is projection mode.",
      "There is one run for each scenario; no range is shown. The largest uncertainties (funding, prices) are not "
      "quantified here."};

  all.headline.place = "Barnet";
  all.headline.base_year = "2012-13";
  all.headline.care_spend = 147.3;
  all.headline.service_spend = 225.4;
  all.headline.care_share = 147.3 / 225.4;
  for (const auto& one : {real, cash, relative}) {
    const base::FinancialYear last = one.first + 30;
    all.headline.outcomes.push_back({one.scenario_id, one.scenario_name, one.restricts, one.takes_all,
                                     all.gaps[all.headline.outcomes.size()].before_action.back(), last});
    all.headline.outcomes.back().takes_all_range = one.takes_all_range;
    all.headline.outcomes.back().restricts_range = one.restricts_range;
    all.headline.outcomes.back().final_gap_low = all.headline.outcomes.back().final_gap * 0.8;
    all.headline.outcomes.back().final_gap_high = all.headline.outcomes.back().final_gap * 1.3;
  }
  all.sensitivity = sensitivity_of(real.scenario_name);
  all.discovery = discovery_of(real.scenario_name, cash.scenario_name);
  all.headline.outcomes[0].clause = "funding only keeps up with inflation";
  all.headline.outcomes[1].clause = "funding stays flat in cash";
  all.headline.sentence = "If funding only keeps up with inflation, care takes all of Barnet’s money for services by " +
                          (real.takes_all ? real.takes_all->year.text() : std::string("no year modelled")) +
                          "; if it stays flat in cash, by " +
                          (cash.takes_all ? cash.takes_all->year.text() : std::string("no year modelled")) + ".";
  return all;
}

analysis::Findings smallest() {
  analysis::Findings all;
  all.study_id = "small";
  all.title = "A small study";
  all.graphs = {
      graph("only", "the only scenario", "Somewhere", {2020}, {{"care", 10, 0}, {"the rest", 10, 0}}, 1, 0, 0, 1)};
  all.gaps = {gap_of(all.graphs.front())};
  all.gaps.front().cites.clear();
  all.headline.place = "Somewhere";
  all.headline.base_year = "2020-21";
  all.headline.sentence = "Nothing happens.";
  all.headline.care_share = 0.5;
  all.headline.outcomes = {{"only", "the only scenario", {}, {}, 0, {2020}}};
  return all;
}

Manifest manifest() {
  Manifest made;
  made.version = "0.1.0";
  made.command = "commonweal understand domain/studies/barnet-2012.toml";
  const std::string hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  made.parts = {{"study", "domain/studies/barnet-2012.toml", hash},
                {"model", "domain/models/public-services.mdl", hash},
                {"place", "domain/places/barnet", hash},
                {"compiled model", "", hash},
                {"evidence", "domain/evidence/register.csv", ""}};
  return made;
}

ensemble::Ensemble ensemble() {
  ensemble::Ensemble futures;
  futures.outputs = {{"required spend", "care, older", "GBP million", ensemble::Accumulation::sum},
                     {"households", "", "households", ensemble::Accumulation::mean}};
  futures.futures = {{study::ScenarioId(0), {2012}, 3, {1, 2, 3, 100, 101.5, 1.0 / 3}},
                     {study::ScenarioId(1), {2011}, 2, {4, 5, unknown, 1e21}}};
  return futures;
}

std::array<ScenarioName, 2> scenario_names() {
  return {{{"flat-real", "Funding flat, in real terms"}, {"lga-2012", "LGA"}}};
}

}  // namespace commonweal::report::fixture
