// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/financial_year.h"
#include "ensemble/draws.h"
#include "ensemble/ensemble.h"
#include "place/place.h"
#include "study/draw_design.h"
#include "study/study.h"

/// What many futures say, in the terms a report needs.
namespace commonweal::analysis {

/// The bands of a fan: 80 of 100 futures between the outer two, half of them between the inner two, the median.
inline constexpr double band_quantiles[] = {0.1, 0.25, 0.5, 0.75, 0.9};

/// One figure of one scenario over the years, in all its futures.
struct Fan {
  std::string scenario_id, scenario_name, place;
  std::string than;      ///< the scenario whose figures were taken off, future by future; empty: none
  std::string variable;  ///< as the model has it: "gap before action"
  std::string unit;      ///< "GBP million"; "" for a share
  base::FinancialYear first;
  std::vector<std::vector<ensemble::Estimate>> quantiles;  ///< [one of band_quantiles][year]
  std::vector<double>
      central;  ///< the one run with every number at its centre: no band of futures, and not their middle
  struct Path {
    std::string name;  ///< "the most typical future", "an extreme future"
    std::uint64_t draw = 0;
    std::vector<double> values;
  };
  std::vector<Path> paths;  ///< a few real futures; none where fewer than three were kept whole
};

/// How likely something is, by year, under one scenario.
struct EventOdds {
  std::string scenario_id, scenario_name, place;
  std::string name;       ///< "gap"
  std::string condition;  ///< "gap before action above 0"
  base::FinancialYear first;
  std::vector<ensemble::Estimate> in_year, by_year;
  ensemble::Estimate never;
  std::optional<base::FinancialYear>
      likelier_than_not;  ///< the first year by which it has come about in half of the futures
  double futures = 0;
};

/// What one scenario changes against the headline's, future by future: chance cancels, for both meet the same.
struct PairedDifference {
  std::string scenario_id, scenario_name, than;
  std::string variable, unit;
  base::FinancialYear year;
  ensemble::Estimate low, median, high;  ///< 10, 50 and 90 of 100
  ensemble::Estimate higher;             ///< share of futures in which it is higher
  double futures = 0;
};

/// What a loop adds to one figure, year by year: the run with every loop less the run of the same future without it.
struct LoopEffect {
  std::string variable, unit;  ///< as those of a fan
  base::FinancialYear first;
  std::vector<std::vector<ensemble::Estimate>> quantiles;  ///< [one of band_quantiles][year]
  std::vector<double> central;                             ///< with every number at its centre
  ensemble::Estimate raises, lowers;  ///< share of futures in which the loop does so in the last year
};

/// One loop, cut in a scenario of its own.
struct KnockOut {
  std::string loop;                      ///< "R6 neglect"
  std::string scenario_id, description;  ///< of the scenario that cuts it
  std::string with;                      ///< name of the scenario in which it acts
  double futures = 0;
  std::vector<LoopEffect> effects;  ///< on the gap, then on the further variables that the study asks bands of
};

/// Futures of one scenario that could not be computed.
struct FailedFutures {
  std::string scenario_name;
  std::uint64_t failures = 0, draws = 0;
  std::vector<std::string> faults;  ///< the first kinds of them, in words
  std::vector<std::string> causes;  ///< inputs that differ in them: "growth[older people] is high"
};

struct Uncertainty {
  std::uint64_t draws = 0, seed = 0;  ///< none: the study says nothing of uncertainty, and nothing else is filled
  std::vector<ensemble::DrawnInput> inputs;
  std::vector<Fan> fans;  ///< the gap of each scenario of the study's own place, then the further variables that the
                          ///< study asks bands of
  std::vector<Fan> difference_fans;  ///< of the same variables, but for scenarios that only cut a loop
  std::vector<EventOdds> events;
  std::vector<PairedDifference> differences;  ///< but for scenarios that only cut a loop
  std::vector<KnockOut> knock_outs;           ///< these scenarios, in the study's order; they have no fan either
  std::vector<FailedFutures> failures;
  struct Pooled {
    std::string weights;  ///< "Carry on 0.6, Extend 0.4"
    std::vector<Fan> fans;
  };
  std::optional<Pooled> pooled;
  std::vector<std::string> sentences;  ///< the answer in plain words

  bool empty() const { return draws == 0; }

  /// The fan of a variable in a scenario; nullptr if there is none.
  const Fan* fan(const std::string& scenario_id, const std::string& variable) const;
};

/// What must stand wherever a chance or a band is shown.
extern const char* const uncertainty_caveat;

/// `design` tells which inputs were drawn, and so what failed futures have in common.
Uncertainty uncertainty(const ensemble::Draws& draws, const study::DrawDesign& design,
                        const ensemble::Ensemble& ensemble, const study::Study& study,
                        const std::vector<place::Place>& places);

}  // namespace commonweal::analysis
