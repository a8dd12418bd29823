// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <utility>

#include "study/draw_design.h"
#include "study/replicates.h"

/// How one draw is made of a design.
namespace commonweal::study {

namespace {

static_assert(replicates == random::replicates, "draws are dealt to the scrambles of the sequence");

/// The figure at the last point at or before `time`; the first figure before all points.
double figure_at(const program::SeriesPoints& points, double time) {
  const auto after = std::ranges::upper_bound(points.times, time);
  const auto index = after == points.times.begin() ? 0 : after - points.times.begin() - 1;
  return points.values[static_cast<std::size_t>(index)];
}

/// The series with the figures after the first moved, up to the moment the run ends: 31 March after its last year.
program::SeriesPoints moved(const program::SeriesPoints& points, const DrawnShock& shock, const Run& run,
                            const std::vector<double>& by) {
  program::SeriesPoints result;
  for (std::size_t i = 0; i < points.times.size() && points.times[i] <= run.first.start; ++i) {
    result.times.push_back(points.times[i]);
    result.values.push_back(points.values[i]);
  }
  for (std::size_t i = 1; i < by.size(); ++i) {
    const double time = run.first.start + static_cast<double>(i), figure = figure_at(points, time);
    result.times.push_back(time);
    result.values.push_back(shock.effect == Shock::Effect::add ? figure + by[i] : figure * (1 + by[i]));
  }
  return result;
}

}  // namespace

std::vector<double> uniforms_of(const DrawDesign& design, std::uint64_t draw) {
  std::vector<double> uniforms;
  uniforms.reserve(design.constants.size());
  for (const DrawnConstant& constant : design.constants) {
    const auto* points = std::get_if<random::SobolInput>(&constant.uniforms);
    uniforms.push_back(points != nullptr ? points->draw(draw)
                                         : std::get<random::Stream>(constant.uniforms).uniform(draw));
  }
  return uniforms;
}

std::vector<double> constants_at(const DrawDesign& design, std::vector<double> uniforms) {
  design.copula.correlate(uniforms);
  for (std::size_t i = 0; i < uniforms.size(); ++i) {
    uniforms[i] = random::quantile(design.constants[i].distribution, uniforms[i]);
  }
  return uniforms;
}

std::vector<double> shocks_of(const DrawnShock& shock, base::FinancialYear first, base::FinancialYear last,
                              std::uint64_t draw) {
  std::vector<double> shocks{0};
  for (int year = first.start + 1; year <= last.start; ++year) {
    const double fresh = random::quantile(shock.distribution, shock.stream.uniform(draw, year));
    shocks.push_back(shock.persistence * shocks.back() + fresh);
  }
  return shocks;
}

program::Inputs inputs_of(const Run& run, const DrawDesign& design, std::span<const double> constants,
                          std::optional<std::uint64_t> shocks_of_draw) {
  program::Inputs inputs;
  for (std::size_t i = 0; i < constants.size(); ++i) {
    for (const std::uint32_t slot : design.constants[i].slots) inputs.settings.push_back({slot, constants[i]});
  }
  // The later setting wins.
  inputs.settings.insert(inputs.settings.end(), run.inputs.settings.begin(), run.inputs.settings.end());
  inputs.series = run.inputs.series;
  if (!shocks_of_draw) return inputs;
  for (const DrawnShock& shock : design.shocks) {
    const std::vector<double> by = shocks_of(shock, run.first, {run.last.start + 1}, *shocks_of_draw);
    for (const std::size_t series : shock.series) inputs.series[series] = moved(inputs.series[series], shock, run, by);
  }
  return inputs;
}

program::Inputs inputs_of(const Run& run, const DrawDesign& design, std::uint64_t draw) {
  return inputs_of(run, design, constants_at(design, uniforms_of(design, draw)), draw);
}

}  // namespace commonweal::study
