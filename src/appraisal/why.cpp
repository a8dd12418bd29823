// SPDX-License-Identifier: Apache-2.0
#include "appraisal/why.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <utility>

#include "appraisal/shapley.h"
#include "ensemble/block.h"
#include "ensemble/in_order.h"
#include "study/replicates.h"

namespace commonweal::appraisal {

namespace {

constexpr const char* explained = "gap before action";

/// One scenario's explanation takes about so many runs, but never fewer futures than go side by side.
constexpr std::uint64_t runs_wanted = 16384, futures_at_once = ensemble::draws_in_a_block;

/// A pair's doing together is worth telling from this part of the change on.
constexpr double worth_telling = 0.05;

/// The options as drivers: of too many, the last are one.
std::vector<Option> drivers_of(const std::vector<Option>& options) {
  std::vector<Option> drivers(options.begin(),
                              options.begin() + static_cast<std::ptrdiff_t>(std::min(options.size(), most_drivers)));
  for (std::size_t i = most_drivers; i < options.size(); ++i) {
    drivers.back().name = "all others";
    drivers.back().settings.insert(drivers.back().settings.end(), options[i].settings.begin(),
                                   options[i].settings.end());
  }
  return drivers;
}

/// A run for each set of drivers, in the order of coalitions.
study::Design runs_of(const study::Run& headline, const std::vector<Option>& drivers) {
  study::Design design;
  design.outputs = {explained};
  for (std::size_t coalition = 0; coalition < (std::size_t{1} << drivers.size()); ++coalition) {
    study::Run run = headline;
    for (std::size_t i = 0; i < drivers.size(); ++i) {
      if (((coalition >> i) & 1U) == 0) continue;
      run.inputs.settings.insert(run.inputs.settings.end(), drivers[i].settings.begin(), drivers[i].settings.end());
    }
    design.runs.push_back(std::move(run));
  }
  return design;
}

/// Adds one future: the gap of every coalition in every year. One that cannot be computed for all is left out.
void add_future(Why& why, std::vector<double>& together, std::size_t gap, const ensemble::Block& block, std::size_t i) {
  const auto failed = [&](const std::vector<ensemble::DrawnFuture>& run) { return run[i].fault.has_value(); };
  if (std::ranges::any_of(block.futures, failed)) return;
  const std::size_t replicate = study::replicate_of(block.first + i), count = why.drivers.size();
  std::vector<double> worth(block.futures.size());
  for (std::size_t year = 0; year < why.years; ++year) {
    for (std::size_t coalition = 0; coalition < worth.size(); ++coalition) {
      worth[coalition] = block.futures[coalition][i].figures[gap * why.years + year];
    }
    const std::vector<double> parts = shapley(worth);
    for (std::size_t driver = 0; driver < count; ++driver) {
      why.parts[driver * why.years + year].add(replicate, parts[driver]);
    }
    why.change[year].add(replicate, worth.back() - worth.front());
    why.without[year] += worth.front();
  }
  const std::vector<double> pairs = interactions(worth);  // of the last year
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) together[pair] += pairs[pair];
  ++why.futures;
}

/// Sums over futures become means; the pairs that are worth telling are picked.
void finish(Why& why, const std::vector<double>& together) {
  if (why.futures == 0) return;
  const double share = 1 / static_cast<double>(why.futures);
  for (double& gap : why.without) gap *= share;
  const double least = worth_telling * std::abs(why.change.back().mean().value);
  for (std::size_t a = 0; a < why.drivers.size(); ++a) {
    for (std::size_t b = a + 1; b < why.drivers.size(); ++b) {
      const double size = share * together[a * why.drivers.size() + b];
      if (std::abs(size) > least && std::abs(size) > 1e-9) why.interactions.push_back({a, b, size});
    }
  }
  std::ranges::stable_sort(why.interactions, std::greater<>(),
                           [](const Interaction& pair) { return std::abs(pair.last_year); });
}

std::optional<Why> explain_scenario(const AppraisalTask& task, const ScenarioAppraisal& scenario,
                                    const study::DrawDesign& draws, const ensemble::DrawWork& work) {
  const std::vector<Option> drivers = drivers_of(scenario.options);
  const study::Run& headline = task.design->runs.front();
  const study::Design design = runs_of(headline, drivers);
  const ensemble::DrawTask drawn = ensemble::draw_task(*task.study, design, draws, *task.program, design.outputs);
  const auto found = std::ranges::find(drawn.kept.outputs, explained, &ensemble::Output::variable);
  assert(found != drawn.kept.outputs.end());
  const auto gap = static_cast<std::size_t>(found - drawn.kept.outputs.begin());

  Why why;
  why.scenario = scenario.scenario;
  why.first = headline.first;
  why.years = ensemble::years_of(headline);
  for (const Option& driver : drivers) why.drivers.push_back(driver.name);
  if (scenario.options.size() > most_drivers) {
    for (std::size_t i = most_drivers - 1; i < scenario.options.size(); ++i) {
      why.lumped.push_back(scenario.options[i].name);
    }
  }
  why.parts.resize(drivers.size() * why.years);
  why.change.resize(why.years);
  why.without.resize(why.years, 0.0);
  std::vector<double> together(drivers.size() * drivers.size(), 0.0);

  const std::uint64_t futures =
      std::min(draws.draws, std::max(futures_at_once, runs_wanted / static_cast<std::uint64_t>(design.runs.size())));
  ensemble::Progress progress;
  progress.draws = futures;
  progress.what = "futures to say why";
  if (work.goes_on && !work.goes_on(progress)) return std::nullopt;
  const std::uint64_t blocks = (futures + futures_at_once - 1) / futures_at_once;
  const std::uint64_t taken = ensemble::run_in_order(
      0, blocks, work.threads,
      [&](std::uint64_t block) {
        const std::uint64_t first = block * futures_at_once;
        return ensemble::run_block(drawn, first, std::min(futures_at_once, futures - first));
      },
      [&](std::uint64_t, const ensemble::Block& block) {
        for (std::size_t i = 0; i < block.constants.size(); ++i) add_future(why, together, gap, block, i);
        progress.done += block.constants.size();
        return !work.goes_on || work.goes_on(progress);
      });
  if (taken < blocks) return std::nullopt;
  finish(why, together);
  return why;
}

}  // namespace

std::optional<std::vector<Why>> explain(const AppraisalTask& task, const Appraisal& appraisal,
                                        const ensemble::DrawWork& work) {
  const study::DrawDesign single = one_future();
  const study::DrawDesign& draws = task.draws != nullptr ? *task.draws : single;
  std::vector<Why> all;
  for (const ScenarioAppraisal& scenario : appraisal.scenarios) {
    std::optional<Why> why = explain_scenario(task, scenario, draws, work);
    if (!why) return std::nullopt;
    all.push_back(std::move(*why));
  }
  return all;
}

}  // namespace commonweal::appraisal
