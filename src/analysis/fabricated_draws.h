// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/fabricated.h"
#include "ensemble/draws.h"
#include "study/draw_design.h"

/// Made-up futures for tests: two scenarios of a town, whose gap grows by what each future draws.
namespace commonweal::analysis::fabricated {

struct Town {
  study::Study study;
  std::vector<place::Place> places{place("town", "Town")};
  ensemble::Ensemble ensemble;
  ensemble::Draws draws;
  study::DrawDesign design;
};

/// The gap of `draw` in each of two years: 0 and draw, or twice that.
inline std::vector<double> gap_of(std::uint64_t draw, double factor) {
  return {0, factor * static_cast<double>(draw)};
}

inline ensemble::Cloud cloud_of(std::size_t scenario, std::uint64_t draws, double factor, bool is_difference) {
  ensemble::Cloud cloud;
  cloud.scenario = study::ScenarioId(scenario);
  cloud.first = {2012};
  cloud.years = 2;
  cloud.spreads.resize(2);
  if (!is_difference) cloud.events.resize(1);
  for (ensemble::EventCounts& event : cloud.events) {
    event.occurred.resize(2);
    event.first.resize(2);
  }
  for (std::uint64_t draw = 0; draw < draws; ++draw) {
    const std::size_t replicate = study::replicate_of(draw);
    const std::vector<double> gap = gap_of(draw, factor);
    ++cloud.computed[replicate];
    for (std::size_t year = 0; year < 2; ++year) cloud.spreads[year].add(replicate, gap[year]);
    if (!is_difference && gap[1] > 49.5) {
      ++cloud.events[0].occurred[1][replicate];
      ++cloud.events[0].first[1][replicate];
    }
    if (draw < ensemble::whole_futures_kept && !is_difference) cloud.whole.push_back({draw, gap});
  }
  return cloud;
}

/// 100 futures of "Calm" and of "Steep", twice as bad; the gap is over 49.5 in half of Calm's.
inline Town town() {
  Town made;
  made.study.scenarios.add(scenario("calm", "Calm", "town"));
  made.study.scenarios.add(scenario("steep", "Steep", "town"));
  made.study.uncertainty.emplace();
  made.ensemble = one_future({2012}, {{"gap before action", "", {0, 40}}});
  add_future(made.ensemble, one_future({2012}, {{"gap before action", "", {0, 80}}}));
  made.draws.seed = 7;
  made.draws.draws = 100;
  made.draws.inputs = {{"growth", "older people", "1/year", "triangular from 0 by 0.01 to 0.02", false, {}}};
  made.draws.events = {{"a gap", "gap before action above 49.5", std::nullopt, std::nullopt}};
  made.draws.outputs = {{"gap before action", "", "GBP million", ensemble::Accumulation::sum}};
  made.draws.clouds = {cloud_of(0, 100, 1, false), cloud_of(1, 100, 2, false)};
  made.draws.differences = {cloud_of(1, 100, 1, true)};
  return made;
}

}  // namespace commonweal::analysis::fabricated
