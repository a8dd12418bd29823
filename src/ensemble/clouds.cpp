// SPDX-License-Identifier: Apache-2.0
#include "ensemble/clouds.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ensemble/fault.h"

namespace commonweal::ensemble {

namespace {

Cloud empty_cloud(const study::Run& run, std::size_t outputs, std::size_t events) {
  Cloud cloud;
  cloud.scenario = run.scenario;
  cloud.first = run.first;
  cloud.years = years_of(run);
  cloud.spreads.resize(outputs * cloud.years);
  cloud.events.resize(events);
  for (EventCounts& event : cloud.events) {
    event.occurred.resize(cloud.years);
    event.first.resize(cloud.years);
  }
  return cloud;
}

void save_counts(const std::vector<EventCounts::ByReplicate>& years, base::ByteWriter& bytes) {
  for (const EventCounts::ByReplicate& year : years) {
    for (const double count : year) bytes.number(count);
  }
}

void load_counts(std::vector<EventCounts::ByReplicate>& years, base::ByteReader& bytes) {
  for (EventCounts::ByReplicate& year : years) {
    for (double& count : year) count = bytes.number<double>();
  }
}

void save_cloud(const Cloud& cloud, const std::function<void(std::string_view)>& write) {
  for (const Spread& spread : cloud.spreads) {
    base::ByteWriter bytes;
    spread.save(bytes);
    write(bytes.bytes());
  }
  base::ByteWriter bytes;
  for (const EventCounts& event : cloud.events) {
    save_counts(event.occurred, bytes);
    save_counts(event.first, bytes);
  }
  for (const double count : cloud.computed) bytes.number(count);
  bytes.number<std::uint64_t>(cloud.whole.size());
  for (const WholeFuture& future : cloud.whole) {
    bytes.number(future.draw);
    bytes.numbers(future.values);
  }
  bytes.number(cloud.failures);
  bytes.number<std::uint64_t>(cloud.failed.size());
  for (const FailedFuture& future : cloud.failed) {
    bytes.number(future.draw);
    bytes.text(future.fault);
  }
  write(bytes.bytes());
}

void load_cloud(Cloud& cloud, base::ByteReader& bytes) {
  for (Spread& spread : cloud.spreads) spread.load(bytes);
  for (EventCounts& event : cloud.events) {
    load_counts(event.occurred, bytes);
    load_counts(event.first, bytes);
  }
  for (double& count : cloud.computed) count = bytes.number<double>();
  cloud.whole.clear();
  for (auto left = bytes.number<std::uint64_t>(); left > 0 && bytes.good(); --left) {
    const auto draw = bytes.number<std::uint64_t>();
    cloud.whole.push_back({draw, bytes.numbers()});
  }
  cloud.failures = bytes.number<std::uint64_t>();
  cloud.failed.clear();
  for (auto left = bytes.number<std::uint64_t>(); left > 0 && bytes.good(); --left) {
    const auto draw = bytes.number<std::uint64_t>();
    cloud.failed.push_back({draw, bytes.text()});
  }
}

/// Adds the counts of a family of futures, so that each counts by `factor`.
void add_counts(std::vector<EventCounts::ByReplicate>& to, const std::vector<EventCounts::ByReplicate>& from,
                const EventCounts::ByReplicate& factors) {
  for (std::size_t year = 0; year < to.size(); ++year) {
    for (std::size_t i = 0; i < factors.size(); ++i) to[year][i] += factors[i] * from[year][i];
  }
}

}  // namespace

std::vector<std::size_t> years_with(const study::Event& event, const Kept& kept, const study::Run& run,
                                    const std::vector<double>& figures) {
  const auto output = std::ranges::find_if(kept.outputs, [&](const Output& each) {
    return each.variable == event.variable && each.element == event.element;
  });
  const std::size_t years = years_of(run);
  const auto first_figure = static_cast<std::size_t>(output - kept.outputs.begin()) * years;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < years; ++i) {
    const int year = run.first.start + static_cast<int>(i);
    if ((event.from && year < event.from->start) || (event.to && event.to->start < year)) continue;
    if (study::holds(event.comparison, figures[first_figure + i], event.limit)) found.push_back(i);
  }
  return found;
}

CloudGatherer::CloudGatherer(const DrawTask& task, const study::Study& study) : task_(task) {
  draws_.seed = task.design->seed;
  draws_.draws = task.design->draws;
  draws_.outputs = task.kept.outputs;
  for (const study::DrawnConstant& each : task.design->constants) {
    draws_.inputs.push_back({each.name.variable, each.name.element, each.unit, each.words, false, each.set_by});
  }
  for (const study::DrawnShock& each : task.design->shocks) {
    draws_.inputs.push_back({each.name.variable, each.name.element, each.unit, each.words, true, {}});
  }
  for (const study::Event& event : task.design->events) {
    draws_.events.push_back({event.name, study::condition(event), event.from, event.to});
  }
  const std::size_t outputs = draws_.outputs.size();
  for (std::size_t i = 0; i < task.runs.size(); ++i) {
    const study::Run &run = *task.runs[i], &headline = *task.runs.front();
    draws_.clouds.push_back(empty_cloud(run, outputs, draws_.events.size()));
    const bool is_alike = study.scenarios[run.scenario].place == study.scenarios[headline.scenario].place &&
                          run.first == headline.first && run.last == headline.last;
    if (i == 0 || !is_alike) continue;
    draws_.differences.push_back(empty_cloud(run, outputs, 0));
    compared_.push_back(i);
  }
}

void CloudGatherer::add(const Block& block) {
  for (std::size_t run = 0; run < block.futures.size(); ++run) {
    Cloud& cloud = draws_.clouds[run];
    std::vector<Computed> computed;
    for (std::size_t i = 0; i < block.futures[run].size(); ++i) {
      const DrawnFuture& future = block.futures[run][i];
      if (future.fault) {
        add_failure(cloud, block.first + i, fault_in_words(*future.fault, *task_.program, true));
      } else {
        computed.push_back({block.first + i, future.figures});
        count_events(cloud, *task_.runs[run], block.first + i, future.figures);
      }
    }
    add(cloud, computed);
  }
  for (std::size_t each = 0; each < compared_.size(); ++each) {
    add_differences(draws_.differences[each], block.first, block.futures[compared_[each]], block.futures.front());
  }
}

/// One figure of all futures after the other: a spread is larger than what is new in it, and so is fetched once.
void CloudGatherer::add(Cloud& cloud, const std::vector<Computed>& futures) {
  for (std::size_t i = 0; i < cloud.spreads.size(); ++i) {
    for (const Computed& future : futures) cloud.spreads[i].add(study::replicate_of(future.draw), future.figures[i]);
  }
  for (const auto& [draw, figures] : futures) {
    cloud.computed[study::replicate_of(draw)] += 1;
    if (draw < whole_futures_kept) cloud.whole.push_back({draw, {figures.begin(), figures.end()}});
  }
}

void CloudGatherer::count_events(Cloud& cloud, const study::Run& run, std::uint64_t draw,
                                 const std::vector<double>& figures) const {
  const std::size_t replicate = study::replicate_of(draw);
  for (std::size_t event = 0; event < cloud.events.size(); ++event) {
    const std::vector<std::size_t> years = years_with(task_.design->events[event], task_.kept, run, figures);
    for (const std::size_t year : years) cloud.events[event].occurred[year][replicate] += 1;
    if (!years.empty()) cloud.events[event].first[years.front()][replicate] += 1;
  }
}

void CloudGatherer::add_failure(Cloud& cloud, std::uint64_t draw, const std::string& fault) {
  ++cloud.failures;
  if (cloud.failed.size() < failures_listed) cloud.failed.push_back({draw, fault});
}

void CloudGatherer::add_differences(Cloud& cloud, std::uint64_t first, std::span<const DrawnFuture> of,
                                    std::span<const DrawnFuture> from) const {
  std::vector<std::vector<double>> differences(of.size());
  std::vector<Computed> computed;
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (of[i].fault || from[i].fault) {
      const engine::Fault& fault = of[i].fault ? *of[i].fault : *from[i].fault;
      add_failure(cloud, first + i, fault_in_words(fault, *task_.program, true));
      continue;
    }
    std::vector<double>& difference = differences[i];
    difference.resize(of[i].figures.size());
    std::ranges::transform(of[i].figures, from[i].figures, difference.begin(), std::minus());
    if (std::ranges::all_of(difference, [](double each) { return std::isfinite(each); })) {
      computed.push_back({first + i, difference});
    } else {
      add_failure(cloud, first + i, "the difference grows past what a number can hold");
    }
  }
  add(cloud, computed);
}

std::uint64_t CloudGatherer::failures() const {
  std::uint64_t count = 0;
  for (const Cloud& cloud : draws_.clouds) count += cloud.failures;
  return count;
}

Draws CloudGatherer::finish() && {
  if (!task_.design->pool.empty()) draws_.pool = pool();
  return std::move(draws_);
}

/// Each family's futures count by its weight, as if all families had as many as the smallest.
Pool CloudGatherer::pool() const {
  Pool pool;
  std::vector<const Cloud*> clouds;
  std::vector<double> weights;
  for (const study::DrawnPoolWeight& each : task_.design->pool) {
    pool.weights.push_back({each.scenario, each.weight});
    clouds.push_back(draws_.of(each.scenario));
    weights.push_back(each.weight);
  }
  const auto first = std::ranges::find(task_.runs, clouds.front()->scenario, &study::Run::scenario);
  pool.cloud = empty_cloud(**first, draws_.outputs.size(), draws_.events.size());
  pool.cloud.scenario = study::ScenarioId();
  pool.cloud.computed = clouds.front()->computed;
  for (const Cloud* cloud : clouds) {
    for (std::size_t i = 0; i < study::replicates; ++i) {
      pool.cloud.computed[i] = std::min(pool.cloud.computed[i], cloud->computed[i]);
    }
    pool.cloud.failures += cloud->failures;
  }
  for (std::size_t i = 0; i < pool.cloud.spreads.size(); ++i) {
    std::vector<const Spread*> families;
    for (const Cloud* cloud : clouds) families.push_back(&cloud->spreads[i]);
    pool.cloud.spreads[i] = Spread::mixture(families, weights);
  }
  for (std::size_t each = 0; each < clouds.size(); ++each) {
    EventCounts::ByReplicate factors{};
    for (std::size_t i = 0; i < study::replicates; ++i) {
      const double computed = clouds[each]->computed[i];
      factors[i] = computed > 0 ? weights[each] * pool.cloud.computed[i] / computed : 0;
    }
    for (std::size_t event = 0; event < draws_.events.size(); ++event) {
      add_counts(pool.cloud.events[event].occurred, clouds[each]->events[event].occurred, factors);
      add_counts(pool.cloud.events[event].first, clouds[each]->events[event].first, factors);
    }
  }
  return pool;
}

void CloudGatherer::save(const std::function<void(std::string_view)>& write) const {
  for (const Cloud& cloud : draws_.clouds) save_cloud(cloud, write);
  for (const Cloud& cloud : draws_.differences) save_cloud(cloud, write);
}

void CloudGatherer::load(base::ByteReader& bytes) {
  for (Cloud& cloud : draws_.clouds) load_cloud(cloud, bytes);
  for (Cloud& cloud : draws_.differences) load_cloud(cloud, bytes);
}

}  // namespace commonweal::ensemble
