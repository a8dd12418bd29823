// SPDX-License-Identifier: Apache-2.0
#include "analysis/loop_drivers.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <numeric>
#include <utility>

#include "base/text.h"

namespace commonweal::analysis {

namespace {

using Layer = LoopDrivers::Layer;

/// "R6 neglect with B6 rationing" for "loop R6 neglect, loop B6 rationing".
std::string in_words(const std::string& names) {
  if (names.empty()) return "Loops without a name";
  std::vector<std::string> words;
  for (std::string_view name : base::split(names, ',')) {
    name = base::trimmed(name);
    if (name.starts_with("loop ")) name.remove_prefix(5);
    words.emplace_back(name);
  }
  return base::joined(words, " with ");
}

/// The partition of most loops.
std::uint32_t main_partition(const std::vector<loops::LoopShare>& shares) {
  std::map<std::uint32_t, std::size_t> circles;
  for (const loops::LoopShare& share : shares) circles[share.partition] += share.circles;
  const auto most = std::ranges::max_element(circles, {}, [](const auto& entry) { return entry.second; });
  return most == circles.end() ? 0 : most->first;
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// The strongest first, what is beyond `most` in one layer.
std::vector<Layer> shown(std::vector<Layer> layers, std::size_t most) {
  std::erase_if(layers, [](const Layer& layer) { return sum(layer.shares) <= 0; });
  std::ranges::stable_sort(layers, std::greater{}, [](const Layer& layer) { return sum(layer.shares); });
  if (layers.size() <= most + 1) return layers;
  Layer others{layers.front().reinforces ? "All others that reinforce" : "All others that balance",
               layers.front().reinforces, std::vector<double>(layers.front().shares.size())};
  for (std::size_t layer = most; layer < layers.size(); ++layer) {
    std::ranges::transform(others.shares, layers[layer].shares, others.shares.begin(), std::plus{});
  }
  layers.resize(most);
  layers.push_back(std::move(others));
  return layers;
}

}  // namespace

LoopDrivers loop_drivers(const loops::RunShares& shares, const study::Scenario& scenario, const std::string& place,
                         std::size_t most) {
  LoopDrivers drivers{scenario.id, scenario.name, place, scenario.first, {}, shares.circles, shares.complete};
  std::vector<Layer> reinforcing, balancing;
  const std::uint32_t partition = main_partition(shares.shares);
  for (const loops::LoopShare& share : shares.shares) {
    if (share.partition != partition) continue;
    const std::string name = in_words(share.name);
    reinforcing.push_back({name, true, share.reinforcing});
    balancing.push_back({name, false, share.balancing});
    for (double& value : balancing.back().shares) value = -value;
  }
  drivers.layers = shown(std::move(reinforcing), most);
  std::ranges::move(shown(std::move(balancing), most), std::back_inserter(drivers.layers));
  return drivers;
}

double mean_share(const Layer& layer, std::size_t from, std::size_t years) {
  const auto first = layer.shares.begin() + static_cast<std::ptrdiff_t>(from);
  return std::accumulate(first, first + static_cast<std::ptrdiff_t>(years), 0.0) / static_cast<double>(years);
}

const Layer& strongest(const LoopDrivers& drivers, std::size_t from, std::size_t years) {
  return *std::ranges::max_element(drivers.layers, {},
                                   [&](const Layer& layer) { return mean_share(layer, from, years); });
}

}  // namespace commonweal::analysis
