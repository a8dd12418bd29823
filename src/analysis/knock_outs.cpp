// SPDX-License-Identifier: Apache-2.0
#include "analysis/knock_outs.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>

#include "analysis/vocabulary.h"
#include "base/text.h"
#include "study/element_name.h"

namespace commonweal::analysis {
namespace {

using ensemble::Estimate;

/// By the canonical name of what is set.
std::map<std::string, const study::Setting*> settings_of(const study::Scenario& scenario) {
  std::map<std::string, const study::Setting*> settings;
  for (const study::Setting& one : scenario.settings) {
    settings[study::canonical_text({one.variable, one.element})] = &one;
  }
  return settings;
}

/// What a loop adds is what is missed when it is cut, with the sign turned: the low end of the one is the high end of
/// the other.
std::vector<Estimate> turned(std::vector<Estimate> quantiles) {
  std::ranges::reverse(quantiles);
  for (Estimate& one : quantiles) one.value = 0 - one.value;  // no minus nought
  return quantiles;
}

/// The figures of the run with every number at its centre, with the loop less without it.
std::vector<double> at_the_centre(const ensemble::Ensemble& ensemble, study::ScenarioId with, study::ScenarioId without,
                                  const ensemble::Output& output) {
  std::vector<double> added = ensemble.series(ensemble.of(with), output.variable, output.element);
  const std::vector<double> missed = ensemble.series(ensemble.of(without), output.variable, output.element);
  for (std::size_t year = 0; year < std::min(added.size(), missed.size()); ++year) added[year] -= missed[year];
  return added;
}

LoopEffect effect_of(const ensemble::Cloud& missed, std::size_t output, const ensemble::Draws& draws,
                     const ensemble::Ensemble& ensemble) {
  const ensemble::Output& about = draws.outputs[output];
  LoopEffect effect;
  effect.variable = study::text({about.variable, about.element});
  effect.unit = about.unit == "dimensionless" ? "" : about.unit;
  effect.first = missed.first;
  effect.quantiles.resize(std::size(band_quantiles));
  for (std::size_t year = 0; year < missed.years; ++year) {
    const std::vector<Estimate> of_year = turned(missed.spread(output, year).quantiles(band_quantiles));
    for (std::size_t band = 0; band < of_year.size(); ++band) effect.quantiles[band].push_back(of_year[band]);
  }
  effect.central = at_the_centre(ensemble, draws.clouds.front().scenario, missed.scenario, about);
  // Nought is neither: a loop that does nothing raises and lowers in no future.
  const ensemble::Spread& last = missed.spread(output, missed.years - 1);
  effect.lowers = last.share_above(0);
  effect.raises = last.share_above(-std::numeric_limits<double>::min());
  effect.raises.value = 1 - effect.raises.value;
  return effect;
}

}  // namespace

std::optional<std::string> loop_cut_in(const study::Scenario& scenario, const study::Scenario& headline) {
  if (scenario.place != headline.place || scenario.first != headline.first || scenario.last != headline.last) return {};
  const auto with = settings_of(headline), without = settings_of(scenario);
  if (with.size() != without.size()) return {};
  std::optional<std::string> loop;
  for (const auto& [name, setting] : without) {
    const auto acting = with.find(name);
    if (acting == with.end()) return {};
    if (acting->second->value == setting->value) continue;
    const std::string& variable = acting->second->variable;
    if (loop || !base::lower(variable).starts_with(vocabulary::switch_prefix) || setting->value != 0) return {};
    loop = variable.substr(vocabulary::switch_prefix.size());
  }
  return loop;
}

std::vector<KnockOut> knock_outs(const ensemble::Draws& draws, const ensemble::Ensemble& ensemble,
                                 const study::Study& study, const std::vector<std::size_t>& outputs) {
  std::vector<KnockOut> all;
  if (draws.clouds.empty()) return all;
  const study::Scenario& headline = study.scenarios[draws.clouds.front().scenario];
  for (const ensemble::Cloud& missed : draws.differences) {
    const study::Scenario& scenario = study.scenarios[missed.scenario];
    const std::optional<std::string> loop = loop_cut_in(scenario, headline);
    if (!loop || missed.years == 0) continue;
    KnockOut one{*loop, scenario.id, scenario.description, headline.name, static_cast<double>(missed.count()), {}};
    for (const std::size_t output : outputs) one.effects.push_back(effect_of(missed, output, draws, ensemble));
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace commonweal::analysis
