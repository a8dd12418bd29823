// SPDX-License-Identifier: Apache-2.0
#include "analysis/uncertainty.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include <fmt/format.h>

#include "analysis/band_depth.h"
#include "analysis/chances.h"
#include "analysis/failure_causes.h"
#include "analysis/knock_outs.h"
#include "analysis/uncertainty_words.h"
#include "analysis/vocabulary.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

using ensemble::Cloud;
using ensemble::Draws;

/// What the futures are futures of.
struct Asked {
  const Draws& draws;
  const ensemble::Ensemble& ensemble;
  const study::Study& study;
  const std::vector<place::Place>& places;
};

std::string name_of_place(const Asked& asked, const study::Scenario& scenario) {
  const auto place = std::ranges::find(asked.places, scenario.place, &place::Place::id);
  return place == asked.places.end() ? scenario.place : place->name;
}

bool is_of_own_place(const Asked& asked, const study::Scenario& scenario) {
  return !asked.places.empty() && scenario.place == asked.places.front().id;
}

std::vector<double> path_of(const Cloud& cloud, const ensemble::WholeFuture& future, std::size_t output) {
  const auto begin = future.values.begin() + static_cast<std::ptrdiff_t>(output * cloud.years);
  return {begin, begin + static_cast<std::ptrdiff_t>(cloud.years)};
}

/// The deepest of the futures kept whole, one of middling depth, and the two least deep.
std::vector<Fan::Path> real_futures(const Cloud& cloud, std::size_t output) {
  std::vector<std::vector<double>> paths;
  for (const ensemble::WholeFuture& future : cloud.whole) paths.push_back(path_of(cloud, future, output));
  if (paths.size() < 3) return {};
  const std::vector<double> depths = band_depths(paths);
  std::vector<std::size_t> order(paths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return depths[a] > depths[b]; });
  std::vector<Fan::Path> chosen;
  const auto choose = [&](std::size_t place, const char* name) {
    chosen.push_back({name, cloud.whole[order[place]].draw, paths[order[place]]});
  };
  choose(0, "the most typical future");
  if (paths.size() >= 8) choose(paths.size() / 2, "another future");
  if (paths.size() >= 8) choose(paths.size() - 2, "an extreme future");
  choose(paths.size() - 1, "an extreme future");
  return chosen;
}

Fan fan_of(const Asked& asked, const Cloud& cloud, std::size_t output) {
  Fan fan;
  const ensemble::Output& about = asked.draws.outputs[output];
  fan.variable = study::text({about.variable, about.element});
  fan.unit = about.unit == "dimensionless" ? "" : about.unit;
  fan.first = cloud.first;
  fan.quantiles.resize(std::size(band_quantiles));
  for (std::size_t year = 0; year < cloud.years; ++year) {
    const std::vector<ensemble::Estimate> of_year = cloud.spread(output, year).quantiles(band_quantiles);
    for (std::size_t band = 0; band < of_year.size(); ++band) fan.quantiles[band].push_back(of_year[band]);
  }
  fan.paths = real_futures(cloud, output);
  if (!cloud.scenario.exists()) return fan;
  const study::Scenario& scenario = asked.study.scenarios[cloud.scenario];
  fan.scenario_id = scenario.id;
  fan.scenario_name = scenario.name;
  fan.place = name_of_place(asked, scenario);
  fan.central = asked.ensemble.series(asked.ensemble.of(cloud.scenario), about.variable, about.element);
  return fan;
}

/// Which outputs have a fan: the gap, and what the study asks for besides. Care's share of the money has none unasked:
/// it flips from above all bounds to below zero where the money for services runs out, and its quantiles mean nothing.
std::vector<std::size_t> fanned_outputs(const Asked& asked) {
  std::vector<std::size_t> outputs;
  if (const auto gap = asked.draws.find(vocabulary::gap_before_action)) outputs.push_back(*gap);
  if (!asked.study.uncertainty) return outputs;
  for (const base::PlacedText& band : asked.study.uncertainty->bands) {
    for (std::size_t output = 0; output < asked.draws.outputs.size(); ++output) {
      const bool is_asked = base::lower(asked.draws.outputs[output].variable) == base::lower(band.text);
      if (is_asked && std::ranges::find(outputs, output) == outputs.end()) outputs.push_back(output);
    }
  }
  return outputs;
}

/// Whether a scenario is there to see what a loop adds, and not for itself.
bool is_knock_out(const Asked& asked, study::ScenarioId scenario) {
  const study::ScenarioId headline = asked.draws.clouds.front().scenario;
  return loop_cut_in(asked.study.scenarios[scenario], asked.study.scenarios[headline]).has_value();
}

std::vector<Fan> fans_of(const Asked& asked, const std::vector<std::size_t>& outputs) {
  std::vector<const Cloud*> shown;
  for (const Cloud& cloud : asked.draws.clouds) {
    const bool is_own = is_of_own_place(asked, asked.study.scenarios[cloud.scenario]);
    if (is_own && !is_knock_out(asked, cloud.scenario)) shown.push_back(&cloud);
  }
  std::vector<Fan> fans;
  for (const std::size_t output : outputs) {
    for (const Cloud* cloud : shown) fans.push_back(fan_of(asked, *cloud, output));
  }
  return fans;
}

EventOdds odds_of(const Asked& asked, const Cloud& cloud, std::size_t event) {
  const study::Scenario& scenario = asked.study.scenarios[cloud.scenario];
  EventOdds odds;
  odds.scenario_id = scenario.id;
  odds.scenario_name = scenario.name;
  odds.place = name_of_place(asked, scenario);
  odds.name = asked.draws.events[event].name;
  odds.condition = asked.draws.events[event].condition;
  odds.first = cloud.first;
  odds.futures = static_cast<double>(cloud.count());
  for (std::size_t year = 0; year < cloud.years; ++year) {
    odds.in_year.push_back(cloud.probability_in(event, year));
    odds.by_year.push_back(cloud.probability_by(event, year));
    if (!odds.likelier_than_not && odds.by_year.back().value > 0.5) {
      odds.likelier_than_not = cloud.first + static_cast<int>(year);
    }
  }
  odds.never = cloud.probability_never(event);
  return odds;
}

PairedDifference difference_of(const Asked& asked, const Cloud& difference, std::size_t output) {
  constexpr double ends[] = {0.1, 0.5, 0.9};
  const ensemble::Output& about = asked.draws.outputs[output];
  const ensemble::Spread& spread = difference.spread(output, difference.years - 1);
  const std::vector<ensemble::Estimate> quantiles = spread.quantiles(ends);
  PairedDifference result;
  result.scenario_id = asked.study.scenarios[difference.scenario].id;
  result.scenario_name = asked.study.scenarios[difference.scenario].name;
  result.than = asked.study.scenarios[asked.draws.clouds.front().scenario].name;
  result.variable = study::text({about.variable, about.element});
  result.unit = about.unit == "dimensionless" ? "" : about.unit;
  result.year = difference.first + static_cast<int>(difference.years - 1);
  result.low = quantiles[0];
  result.median = quantiles[1];
  result.high = quantiles[2];
  result.higher = spread.share_above(0);
  result.futures = static_cast<double>(difference.count());
  return result;
}

/// What a scenario has more than the headline's, year by year.
Fan difference_fan_of(const Asked& asked, const Cloud& difference, std::size_t output) {
  Fan fan = fan_of(asked, difference, output);
  const study::ScenarioId headline = asked.draws.clouds.front().scenario;
  const ensemble::Output& about = asked.draws.outputs[output];
  fan.than = asked.study.scenarios[headline].name;
  const std::vector<double> less = asked.ensemble.series(asked.ensemble.of(headline), about.variable, about.element);
  for (std::size_t year = 0; year < std::min(fan.central.size(), less.size()); ++year) fan.central[year] -= less[year];
  return fan;
}

void add_differences(const Asked& asked, const std::vector<std::size_t>& outputs, Uncertainty& to) {
  std::vector<const Cloud*> shown;
  for (const Cloud& difference : asked.draws.differences) {
    if (!is_knock_out(asked, difference.scenario)) shown.push_back(&difference);
  }
  for (const std::size_t output : outputs) {
    for (const Cloud* difference : shown) {
      to.differences.push_back(difference_of(asked, *difference, output));
      to.difference_fans.push_back(difference_fan_of(asked, *difference, output));
    }
  }
}

/// What the failed futures of a scenario have in common, as far as they were listed.
FailedFutures failures_of(const Asked& asked, const Cloud& cloud, const study::DrawDesign& design) {
  FailedFutures told;
  told.scenario_name = asked.study.scenarios[cloud.scenario].name;
  told.failures = cloud.failures;
  told.draws = asked.draws.draws;
  const auto inputs_of = [&](std::uint64_t draw) {
    return study::constants_at(design, study::uniforms_of(design, draw));
  };
  std::vector<std::vector<double>> failed, computed;
  for (const ensemble::FailedFuture& future : cloud.failed) {
    failed.push_back(inputs_of(future.draw));
    if (std::ranges::find(told.faults, future.fault) == told.faults.end() && told.faults.size() < 3) {
      told.faults.push_back(future.fault);
    }
  }
  for (const ensemble::WholeFuture& future : cloud.whole) computed.push_back(inputs_of(future.draw));
  for (const FailureCause& cause : failure_causes(failed, computed)) {
    told.causes.push_back(
        fmt::format("{} is {}", study::text(design.constants[cause.input].name), cause.is_high ? "high" : "low"));
  }
  return told;
}

std::optional<Uncertainty::Pooled> pooled(const Asked& asked, const std::vector<std::size_t>& outputs) {
  if (!asked.draws.pool) return std::nullopt;
  Uncertainty::Pooled result;
  std::vector<std::string> weights;
  for (const ensemble::Pool::Weight& weight : asked.draws.pool->weights) {
    weights.push_back(fmt::format("{} {}", asked.study.scenarios[weight.scenario].name, base::shortest(weight.weight)));
  }
  result.weights = base::joined(weights, ", ");
  for (const std::size_t output : outputs) result.fans.push_back(fan_of(asked, asked.draws.pool->cloud, output));
  return result;
}

}  // namespace

const char* const uncertainty_caveat =
    "The shares and bands count only what the study says is uncertain. What it leaves out (laws and settlements to "
    "come, what nobody has measured, what the model has wrong) may well be larger.";

const Fan* Uncertainty::fan(const std::string& scenario_id, const std::string& variable) const {
  const auto found = std::ranges::find_if(
      fans, [&](const Fan& fan) { return fan.scenario_id == scenario_id && fan.variable == variable; });
  return found == fans.end() ? nullptr : &*found;
}

Uncertainty uncertainty(const Draws& draws, const study::DrawDesign& design, const ensemble::Ensemble& ensemble,
                        const study::Study& study, const std::vector<place::Place>& places) {
  Uncertainty result;
  if (draws.empty()) return result;
  const Asked asked{draws, ensemble, study, places};
  result.draws = draws.draws;
  result.seed = draws.seed;
  result.inputs = draws.inputs;
  const std::vector<std::size_t> outputs = fanned_outputs(asked);
  result.fans = fans_of(asked, outputs);
  for (std::size_t event = 0; event < draws.events.size(); ++event) {
    for (const Cloud& cloud : draws.clouds) {
      if (is_of_own_place(asked, study.scenarios[cloud.scenario]))
        result.events.push_back(odds_of(asked, cloud, event));
    }
  }
  add_differences(asked, outputs, result);
  result.knock_outs = knock_outs(draws, ensemble, study, outputs);
  for (const Cloud& cloud : draws.clouds) {
    if (cloud.failures > 0) result.failures.push_back(failures_of(asked, cloud, design));
  }
  result.pooled = pooled(asked, outputs);
  result.sentences = in_words(result);
  return result;
}

}  // namespace commonweal::analysis
