// SPDX-License-Identifier: Apache-2.0
#include "appraisal/appraise.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "ensemble/block.h"
#include "ensemble/in_order.h"

namespace commonweal::appraisal {

namespace {

/// Two runs whose difference is a case.
struct Pair {
  std::size_t with = 0, without = 0;  ///< into the runs
  std::string name, grade;
};

/// Every run that the appraisal needs; the first is the headline's.
struct Plan {
  study::Design design;
  std::vector<Pair> pairs;
};

/// Adds the run of the headline with some of the options; gives its number.
std::size_t add_run(Plan& plan, const study::Run& headline, const std::vector<Option>& options,
                    const std::function<bool(std::size_t)>& is_taken) {
  study::Run run = headline;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (!is_taken(i)) continue;
    run.inputs.settings.insert(run.inputs.settings.end(), options[i].settings.begin(), options[i].settings.end());
  }
  plan.design.runs.push_back(std::move(run));
  return plan.design.runs.size() - 1;
}

/// The weakest grade among the options.
std::string weakest(const std::vector<Option>& options, const std::vector<OptimismCorrection>& grades) {
  std::string grade;
  for (const OptimismCorrection& row : grades) {
    if (std::ranges::find(options, row.grade, &Option::grade) != options.end()) grade = row.grade;
  }
  return grade;
}

/// The pairs of a scenario: the package; then, unless that is all, each option alone, and each last in.
void add_scenario(Plan& plan, const study::Run& headline, const std::string& name, const std::vector<Option>& options,
                  const AppraisalTask& task) {
  const std::size_t package = add_run(plan, headline, options, [](std::size_t) { return true; });
  plan.pairs.push_back({package, 0, name, weakest(options, task.valuation->optimism)});
  if (task.only_packages) return;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const std::size_t alone = add_run(plan, headline, options, [&](std::size_t other) { return other == i; });
    plan.pairs.push_back({alone, 0, options[i].name, options[i].grade});
  }
  for (std::size_t i = 0; i < options.size(); ++i) {
    const std::size_t others = add_run(plan, headline, options, [&](std::size_t other) { return other != i; });
    plan.pairs.push_back({package, others, options[i].name, options[i].grade});
  }
}

/// Takes blocks of futures, one after another, and makes the cases of them.
class Gatherer {
 public:
  Gatherer(const Plan& plan, const Valuation& valuation, const LedgerLayout& layout, const std::vector<bool>& is_public,
           std::size_t years)
      : plan_(plan), layout_(layout), years_(years) {
    makers_.reserve(plan.pairs.size());
    for (std::size_t i = 0; i < plan.pairs.size(); ++i) makers_.emplace_back(valuation, layout, is_public, years);
  }

  void add(const ensemble::Block& block) {
    for (std::size_t i = 0; i < block.constants.size(); ++i) {
      std::vector<std::optional<Ledger>> ledgers;
      for (const std::vector<ensemble::DrawnFuture>& run : block.futures) {
        ledgers.push_back(run[i].fault ? std::nullopt : std::optional(ledger_of(layout_, run[i].figures, years_)));
      }
      if (ledgers.front()) {
        appraisal::add(without_, *ledgers.front());
        ++computed_;
      }
      for (std::size_t pair = 0; pair < makers_.size(); ++pair) {
        const auto &with = ledgers[plan_.pairs[pair].with], &without = ledgers[plan_.pairs[pair].without];
        if (with && without) {
          makers_[pair].add(block.first + i, difference(*with, *without));
        } else {
          makers_[pair].add_failure();
        }
      }
    }
  }

  Ledger without() const {
    Ledger mean;
    if (computed_ > 0) appraisal::add(mean, without_, 1 / static_cast<double>(computed_));
    return mean;
  }

  Case finish(std::size_t pair) {
    return std::move(makers_[pair]).finish(plan_.pairs[pair].name, plan_.pairs[pair].grade);
  }

 private:
  const Plan& plan_;
  const LedgerLayout& layout_;
  std::size_t years_;
  std::vector<CaseMaker> makers_;
  Ledger without_;
  std::uint64_t computed_ = 0;
};

/// Which agencies' money is the public's. Reports names in the valuation that are no agencies of the model.
std::vector<bool> public_agencies(const std::vector<std::string>& agencies, const Valuation& valuation,
                                  base::Diagnostics& diagnostics) {
  for (const base::PlacedText& name : valuation.not_public) {
    if (std::ranges::find(agencies, name.text) != agencies.end()) continue;
    diagnostics.error("unknown-agency", name.position, fmt::format("the model has no agency '{}'", name.text),
                      base::suggestion(name.text, agencies, "they are: " + base::joined(agencies, ", ")));
  }
  std::vector<bool> is_public;
  for (const std::string& agency : agencies) {
    is_public.push_back(std::ranges::find(valuation.not_public, agency, &base::PlacedText::text) ==
                        valuation.not_public.end());
  }
  return is_public;
}

/// The scenarios with their options, and all runs for them.
std::vector<ScenarioAppraisal> scenarios_of(const AppraisalTask& task, Plan& plan, base::Diagnostics& diagnostics) {
  std::vector<ScenarioAppraisal> scenarios;
  const study::Run& headline = task.design->runs.front();
  plan.design.outputs = ledger_variables();
  plan.design.runs.push_back(headline);
  for (std::size_t i = 0; i < task.study->scenarios.size(); ++i) {
    const study::ScenarioId id = task.study->scenarios.id_at(i);
    if (!is_comparable(*task.study, id)) continue;
    ScenarioAppraisal scenario{id, {}, {}, {}, {}};
    scenario.options =
        options_of(*task.study, id, *task.program, *task.evidence, task.valuation->optimism, diagnostics);
    if (scenario.options.empty()) continue;
    add_scenario(plan, headline, task.study->scenarios[id].name, scenario.options, task);
    scenarios.push_back(std::move(scenario));
  }
  if (scenarios.empty() && !diagnostics.has_errors()) {
    diagnostics.error("nothing-to-appraise", base::Position::file(task.study->path.string()),
                      "no scenario differs from the first one in what is chosen",
                      "add a scenario of the same place and years that sets levers");
  }
  return scenarios;
}

}  // namespace

study::DrawDesign one_future() {
  study::DrawDesign design;
  design.draws = 1;
  return design;
}

std::optional<Appraisal> appraise(const AppraisalTask& task, const ensemble::DrawWork& work,
                                  base::Diagnostics& diagnostics) {
  check_ledger(*task.program, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  Plan plan;
  Appraisal result;
  result.scenarios = scenarios_of(task, plan, diagnostics);
  const study::DrawDesign single = one_future();
  const study::DrawDesign& draws = task.draws != nullptr ? *task.draws : single;
  const ensemble::DrawTask drawn =
      ensemble::draw_task(*task.study, plan.design, draws, *task.program, plan.design.outputs);
  const LedgerLayout layout = ledger_layout(drawn.kept);
  result.is_public = public_agencies(layout.agencies, *task.valuation, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;

  // Every run on the same futures, gathered in their order.
  const study::Run& headline = plan.design.runs.front();
  result.years = ensemble::years_of(headline);
  Gatherer gatherer(plan, *task.valuation, layout, result.is_public, result.years);
  ensemble::Progress progress;
  progress.draws = draws.draws;
  progress.what = "futures of every policy";
  if (work.goes_on && !work.goes_on(progress)) return std::nullopt;
  const std::uint64_t blocks = (draws.draws + ensemble::draws_in_a_block - 1) / ensemble::draws_in_a_block;
  const std::uint64_t taken = ensemble::run_in_order(
      0, blocks, work.threads,
      [&](std::uint64_t block) {
        const std::uint64_t first = block * ensemble::draws_in_a_block;
        return ensemble::run_block(drawn, first, std::min(ensemble::draws_in_a_block, draws.draws - first));
      },
      [&](std::uint64_t, const ensemble::Block& block) {
        gatherer.add(block);
        progress.done += block.constants.size();
        return !work.goes_on || work.goes_on(progress);
      });
  if (taken < blocks) return std::nullopt;

  result.first = headline.first;
  result.draws = draws.draws;
  result.agencies = layout.agencies;
  result.cohorts = layout.cohorts;
  result.services = layout.services;
  result.without = gatherer.without();
  std::size_t pair = 0;
  for (ScenarioAppraisal& scenario : result.scenarios) {
    scenario.package = gatherer.finish(pair++);
    if (task.only_packages) continue;
    for (std::size_t i = 0; i < scenario.options.size(); ++i) scenario.alone.push_back(gatherer.finish(pair++));
    for (std::size_t i = 0; i < scenario.options.size(); ++i) scenario.last_in.push_back(gatherer.finish(pair++));
  }
  return result;
}

}  // namespace commonweal::appraisal
