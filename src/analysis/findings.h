// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/loop_drivers.h"
#include "analysis/policies_used.h"
#include "analysis/readings.h"
#include "analysis/uncertainty.h"
#include "base/financial_year.h"
#include "discovery/study_discovery.h"
#include "sensitivity/study_sensitivity.h"
#include "study/targets.h"

/// What the runs of a study say, in the terms a report needs: no drawing, no formatting.
namespace commonweal::analysis {

/// Named yearly figures, all from the same first year. A figure that is not known is NaN.
struct YearlySeries {
  std::string name;
  std::vector<double> values;
};

/// Where a rising share first reaches a threshold.
struct Crossing {
  double years_from_base = 0;  ///< interpolated between yearly figures; 0 is the base year
  base::FinancialYear year;    ///< the first financial year at or past the threshold
};

/// When a scenario and its bounds first reach a threshold, each taken at its first year at or past it.
struct CrossingRange {
  std::optional<Crossing> earliest;         ///< none: none of them reaches it within the horizon
  std::optional<Crossing> latest;           ///< none: not all of them reach it within the horizon
  std::vector<std::string> scenario_names;  ///< of the bounds; empty: the scenario has none, and there is no range
};

/// Spending needed by service against the money for services: one scenario's Graph of Doom. GBP million.
struct GraphOfDoom {
  std::string scenario_id, scenario_name, scenario_description;
  base::FinancialYear first;
  std::vector<YearlySeries> services;   ///< in the model's order, care first: what the base level of service would cost
  std::size_t care_services = 0;        ///< how many of them, from the first, are care
  std::vector<double> envelope;         ///< money for services: funding less what stands below the line
  std::vector<double> care_share;       ///< care / envelope
  std::optional<Crossing> restricts;    ///< care reaches 75% of the envelope
  std::optional<Crossing> takes_all;    ///< care reaches all of it; none: not within the horizon
  std::string place = {};               ///< name of the place it is about: "Barnet"
  std::vector<int> cites = {};          ///< numbers of the sources it rests on
  std::vector<std::string> notes = {};  ///< sentences that must stand at the chart: what is assumed in it

  CrossingRange restricts_range = {}, takes_all_range = {};

  /// Least and greatest care share over the scenario and its bounds, year by year; both empty without bounds. In a
  /// year in which any of them has no money for services the greatest is NaN; if none of them has any, so is the least.
  std::vector<double> care_share_low = {}, care_share_high = {};
};

/// The gap before action and how the yearly budget closed it. GBP million.
struct Gap {
  std::string scenario_id, scenario_name;
  base::FinancialYear first;
  std::vector<double> before_action;  ///< required + below the line - funding
  std::vector<double> from_reserves, from_council_tax, from_cuts, unclosed;
  std::vector<double> reserves;  ///< at 31 March
  std::string place = {};
  std::vector<int> cites = {};
  std::vector<double> before_action_low = {}, before_action_high = {};  ///< with its bounds; empty: it has none
};

/// What makes the cost of care and of the other services grow between two years, exactly (Das Gupta's
/// three-factor decomposition): change = people + need + price. GBP million a year.
struct GrowthDrivers {
  std::string scenario_id;    ///< the first scenario they hold for
  std::string scenario_name;  ///< of all scenarios they hold for: "A; B"
  base::FinancialYear from, to;
  struct Row {
    std::string service;
    double start = 0, people = 0, need = 0, price = 0, end = 0;
    bool operator==(const Row&) const = default;
  };
  std::vector<Row> rows;  ///< one a service, care first
  std::string place = {};
  std::vector<int> cites = {};
  std::vector<Row> totals = {};                  ///< sums of `rows`: all care, other services, all services
  std::vector<std::string> scenario_ids = {};    ///< every scenario they hold for
  std::vector<std::string> scenario_names = {};  ///< in the same order
};

/// Why care's share of the money for services moves between two years, exactly, by the same decomposition: end = start
/// + people + need + price. Shares, 1 for all the money.
struct ShareDrivers {
  std::string scenario_id, scenario_name;
  base::FinancialYear from, to;  ///< `to`: care takes all the money in it; or the last year, if it never does
  double start = 0, people = 0, need = 0;
  double price = 0;  ///< prices against the money: nil where money keeps up with prices
  double end = 0;
};

/// People of a place by age. Persons, mid-year.
struct Demography {
  std::string place;
  base::FinancialYear first;
  std::vector<YearlySeries> ages;
  std::vector<double> share_65_and_over;
  std::string basis;  ///< which years are published, derived, assumed: a sentence
  std::vector<int> cites = {};
};

/// The nation's spending and receipts. GBP billion.
struct NationalFinances {
  std::string place;  ///< the nation: "United Kingdom"
  base::FinancialYear first;
  std::vector<double> spending, receipts, borrowing_outturn;  ///< published
  std::vector<double> borrowing_forecast_2012;                ///< published March 2012; NaN outside its years
  std::vector<int> cites = {};
};

/// One published figure beside the model's.
struct ReconciliationRow {
  std::string id;                 ///< F3.gap.2019-20
  std::string what;               ///< in words
  std::string place;              ///< a context figure's is the nation: "United Kingdom"
  std::string scenario_id, year;  ///< year may be empty for a span of years
  double published = 0;
  double model = 0;  ///< NaN: the model has no such figure
  std::string unit;
  study::Role role = study::Role::predicted;
  std::optional<double> tolerance;  ///< absolute, in the row's unit; none: reported, not judged
  bool within = true;               ///< |model - published| <= tolerance; true where there is none
  std::string source, note;
};

/// How the rows of a reconciliation come out. Each row is counted once; agreeing rows are among the judged.
struct Agreement {
  int predictions_judged = 0, predictions_agreeing = 0;
  int base_judged = 0, base_agreeing = 0;
  int consistent_judged = 0, consistent_agreeing = 0;
  int fitted = 0, given = 0;
  int not_judged = 0;  ///< neither fitted nor given, and without a tolerance
  bool operator==(const Agreement&) const = default;
};

struct PlaceAgreement {
  std::string place;  ///< as in the rows
  Agreement agreement;
};

/// Something used without a source, or chosen by the analyst.
struct Assumption {
  std::string what, where;                 ///< "population, 75 to 84, 2012-13"; file or register row
  std::string value, unit, range, reason;  ///< in words: "1.25%", "a year"; `value` is the central one
  bool moves_the_range = false;            ///< a bound scenario gives it another value
  std::string low = {}, high = {};         ///< as `value`; what the bounds run with if it moves the range; may be empty
};

/// A source that some figure in the report rests on. The number is how the report cites it.
struct SourceNote {
  int number = 0;
  std::string id, title, publisher, date, url, licence;
};

/// The answer in a few figures and one sentence.
struct Headline {
  std::string sentence;
  std::string place, base_year;
  double care_spend = 0, service_spend = 0, care_share = 0;  ///< GBP million, GBP million, share, in the base year
  struct Outcome {
    std::string scenario_id, scenario_name;
    std::optional<Crossing> restricts, takes_all;
    double final_gap = 0;  ///< GBP million, last year
    base::FinancialYear last;
    std::string clause = {};  ///< what the scenario supposes, to be put after "if"; may be empty
    CrossingRange restricts_range = {}, takes_all_range = {};
    double final_gap_low = 0, final_gap_high = 0;  ///< with its bounds; both `final_gap` if it has none
  };
  std::vector<Outcome> outcomes;  ///< one for every scenario of the study's own place that is no bound
};

/// Scenarios that are bounds have no graph, gap, drivers or outcome of their own: they are the range of the scenario
/// they bound.
struct Findings {
  std::string study_id, title, question;
  Headline headline;
  std::vector<GraphOfDoom> graphs;          ///< study's own place first, its headline scenario first
  std::vector<Gap> gaps;                    ///< same order as graphs
  std::vector<GrowthDrivers> drivers;       ///< same order as graphs; scenarios that share them appear once
  std::vector<ShareDrivers> share_drivers;  ///< of the study's own place, same order as graphs
  std::vector<LoopDrivers> loops;  ///< of each scenario that stands for itself; empty where the study does not ask
  ReadingFindings readings;        ///< what a choice of the model puts in; empty where the study does not ask
  std::vector<Demography> demography;
  std::optional<NationalFinances> national;
  std::vector<ReconciliationRow> reconciliation;   ///< own place first, then other places, then the nation
  Agreement agreement;                             ///< of all its rows
  std::vector<PlaceAgreement> agreement_by_place;  ///< in the order of its rows
  std::vector<std::string> fitted_numbers;         ///< every number chosen to agree with a target, in words
  std::vector<PolicyUse> policies;                 ///< that its scenarios do
  std::vector<Assumption> assumptions;
  std::vector<SourceNote> sources;
  std::vector<std::string> limits;                           ///< what is left out
  std::optional<discovery::StudyDiscovery> discovery;        ///< none where the study asks for no conditions
  std::optional<sensitivity::StudySensitivity> sensitivity;  ///< none where the study says nothing of what is uncertain
  Uncertainty uncertainty;                                   ///< empty, likewise
};

}  // namespace commonweal::analysis
