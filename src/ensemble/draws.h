// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/financial_year.h"
#include "ensemble/ensemble.h"
#include "ensemble/spread.h"
#include "study/replicates.h"
#include "study/study.h"

/// What many futures of each scenario gave, in room that does not grow with their number.
namespace commonweal::ensemble {

/// So many of the first futures are kept whole, so that real lines can be drawn over the bands.
inline constexpr std::uint64_t whole_futures_kept = 64;

/// So many failures are told one by one; all are counted.
inline constexpr std::size_t failures_listed = 20;

/// One uncertain input, as a reader sees it.
struct DrawnInput {
  std::string variable, element, unit;
  std::string distribution;               ///< in words: "triangular from 0.018 by 0.02 to 0.027"
  bool is_shock = false;                  ///< drawn anew every year
  std::vector<study::ScenarioId> set_by;  ///< scenarios that set it, or whose place does: it is not drawn in them
};

/// Something that happens in a future or not, in a year or not.
struct DrawnEvent {
  std::string name;
  std::string condition;                        ///< in words: "gap before action above 0"
  std::optional<base::FinancialYear> from, to;  ///< watched in these years only
};

/// In how many futures an event came about. In a pool a future may count for more or less than one.
struct EventCounts {
  using ByReplicate = std::array<double, study::replicates>;
  std::vector<ByReplicate> occurred;  ///< [year]
  std::vector<ByReplicate> first;     ///< [year]: for the first time
};

/// A future kept whole.
struct WholeFuture {
  std::uint64_t draw = 0;
  std::vector<double> values;  ///< [output * years + year]
};

/// A future that could not be computed.
struct FailedFuture {
  std::uint64_t draw = 0;
  std::string fault;  ///< "'share' divides by zero in 2014-15 (time 2014)"
};

/// All futures of one scenario, or the paired differences of two.
struct Cloud {
  study::ScenarioId scenario;
  base::FinancialYear first;
  std::size_t years = 0;
  std::vector<Spread> spreads;          ///< [output * years + year]
  std::vector<EventCounts> events;      ///< of each event; none in differences
  EventCounts::ByReplicate computed{};  ///< futures that the spreads and events are made of
  std::vector<WholeFuture> whole;       ///< of the first draws, those that could be computed
  std::uint64_t failures = 0;           ///< futures that could not be computed, and are in nothing above
  std::vector<FailedFuture> failed;     ///< the first of them

  std::uint64_t count() const;
  const Spread& spread(std::size_t output, std::size_t year) const { return spreads[output * years + year]; }

  /// Share of futures in which an event comes about in a year; in it or before; in no year at all.
  Estimate probability_in(std::size_t event, std::size_t year) const;
  Estimate probability_by(std::size_t event, std::size_t year) const;
  Estimate probability_never(std::size_t event) const;
};

/// Scenarios taken together under weights that somebody chose. Never without those weights in sight.
struct Pool {
  struct Weight {
    study::ScenarioId scenario;
    double weight = 0;
  };
  std::vector<Weight> weights;
  Cloud cloud;  ///< its scenario does not exist, and it keeps no whole futures
};

struct Draws {
  std::uint64_t seed = 0, draws = 0;  ///< none: the study says nothing of uncertainty
  std::vector<DrawnInput> inputs;
  std::vector<DrawnEvent> events;
  std::vector<Output> outputs;  ///< those with a spread
  std::vector<Cloud> clouds;    ///< of each scenario that is no bound, in the study's order
  std::vector<Cloud>
      differences;  ///< of each other scenario of the headline's place, minus the headline's, draw by draw
  std::optional<Pool> pool;

  bool empty() const { return draws == 0; }

  /// The cloud of a scenario; nullptr if it has none (a bound).
  const Cloud* of(study::ScenarioId scenario) const;
  const Cloud* difference_of(study::ScenarioId scenario) const;

  /// Where an output stands in `outputs`; nothing if it has no spread.
  std::optional<std::size_t> find(std::string_view variable, std::string_view element = "") const;
};

}  // namespace commonweal::ensemble
