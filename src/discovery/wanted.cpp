// SPDX-License-Identifier: Apache-2.0
#include "discovery/wanted.h"

#include <algorithm>
#include <utility>

#include "engine/kernel_sets.h"
#include "ensemble/in_order.h"

namespace commonweal::discovery {

namespace {

const study::Run* run_of(const study::Design& runs, study::ScenarioId scenario) {
  return &*std::ranges::find_if(runs.runs, [&](const study::Run& run) { return run.scenario == scenario; });
}

}  // namespace

Wanted::Wanted(const study::Design& runs, const study::DrawDesign& design, const program::Program& program,
               const ensemble::DrawWork& work)
    : asked_(*design.discovery), work_(work) {
  task_ = {&program, &design, {run_of(runs, asked_.scenario)}, ensemble::keep(program, {asked_.output.variable}), {}};
  if (asked_.against) task_.runs.push_back(run_of(runs, *asked_.against));
  ensemble::make_lanes(task_, engine::available_kernels().back());
  const auto& outputs = task_.kept.outputs;
  const auto found = std::ranges::find(outputs, asked_.output.element, &ensemble::Output::element);
  output_ = static_cast<std::size_t>(found - outputs.begin());
  progress_.what = "futures for their conditions";
}

double Wanted::centre(const study::DrawnConstant& constant) const {
  const std::uint32_t slot = constant.slots.front();
  double value = task_.program->start[slot];
  for (const program::Inputs::Setting& setting : task_.runs.front()->inputs.settings) {
    if (setting.slot == slot) value = setting.value;
  }
  return value;
}

std::optional<double> Wanted::figure(const ensemble::DrawnFuture& future, const study::Run& run) const {
  if (future.fault) return std::nullopt;
  const auto in_year = [&](base::FinancialYear year) {
    return future.figures[output_ * ensemble::years_of(run) + static_cast<std::size_t>(year.start - run.first.start)];
  };
  const study::DiscoveryWish& wish = asked_.wish;
  if (!wish.to) return in_year(wish.from);
  return (in_year(*wish.to) - in_year(wish.from)) / (wish.to->start - wish.from.start);
}

std::optional<bool> Wanted::judge(const ensemble::DrawnFuture& own, const ensemble::DrawnFuture* other) const {
  std::optional<double> figure = this->figure(own, *task_.runs.front());
  if (other != nullptr && figure) {
    const std::optional<double> taken_off = this->figure(*other, *task_.runs.back());
    figure = taken_off ? std::optional(*figure - asked_.wish.times * *taken_off) : std::nullopt;
  }
  if (!figure) return std::nullopt;
  return study::holds(asked_.wish.comparison, *figure, asked_.wish.limit);
}

std::vector<std::optional<bool>> Wanted::of(std::uint64_t count,
                                            const std::function<Constants(std::uint64_t)>& constants_of) {
  constexpr std::uint64_t in_a_block = ensemble::draws_in_a_block;
  std::vector<std::optional<bool>> judged;
  progress_.done = 0;
  progress_.draws = count;
  ensemble::run_in_order(
      0, (count + in_a_block - 1) / in_a_block, work_.threads,
      [&](std::uint64_t block) {
        const std::uint64_t first = block * in_a_block;
        std::vector<Constants> constants;
        for (std::uint64_t i = first; i < std::min(first + in_a_block, count); ++i)
          constants.push_back(constants_of(i));
        std::vector<std::vector<ensemble::DrawnFuture>> futures;
        for (std::size_t run = 0; run < task_.runs.size(); ++run) {
          futures.push_back(ensemble::run_draws(task_, run, first, constants));
        }
        return futures;
      },
      [&](std::uint64_t, const std::vector<std::vector<ensemble::DrawnFuture>>& futures) {
        for (std::size_t i = 0; i < futures.front().size(); ++i) {
          judged.push_back(judge(futures.front()[i], futures.size() > 1 ? &futures.back()[i] : nullptr));
          if (!judged.back()) ++progress_.failures;
        }
        progress_.done = judged.size();
        is_stopped_ = work_.goes_on && !work_.goes_on(progress_);
        return !is_stopped_;
      });
  if (is_stopped_) judged.clear();
  return judged;
}

}  // namespace commonweal::discovery
