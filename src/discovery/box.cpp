// SPDX-License-Identifier: Apache-2.0
#include "discovery/box.h"

#include <algorithm>

namespace commonweal::discovery {

namespace {

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::size_t Sample::count_wanted() const {
  return static_cast<std::size_t>(std::ranges::count(wanted, true));
}

bool Box::holds(const std::vector<double>& inputs) const {
  for (std::size_t i = 0; i < limits.size(); ++i) {
    if (!limits[i].holds(inputs[i])) return false;
  }
  return true;
}

std::vector<std::size_t> Box::restricted() const {
  std::vector<std::size_t> inputs;
  for (std::size_t i = 0; i < limits.size(); ++i) {
    if (limits[i].is_restricted()) inputs.push_back(i);
  }
  return inputs;
}

double Fit::coverage() const {
  return share(wanted_inside, wanted);
}

double Fit::density() const {
  return share(wanted_inside, inside);
}

double Fit::base_rate() const {
  return share(wanted, all);
}

Fit fit(const Box& box, const Sample& sample) {
  Fit fit;
  fit.all = sample.count();
  for (std::size_t future = 0; future < sample.count(); ++future) {
    if (sample.wanted[future]) ++fit.wanted;
    if (!box.holds(sample.inputs[future])) continue;
    ++fit.inside;
    if (sample.wanted[future]) ++fit.wanted_inside;
  }
  return fit;
}

Sample part_of(const Sample& sample, std::span<const std::size_t> futures) {
  Sample part;
  for (const std::size_t future : futures) {
    part.inputs.push_back(sample.inputs[future]);
    part.wanted.push_back(sample.wanted[future]);
  }
  return part;
}

}  // namespace commonweal::discovery
