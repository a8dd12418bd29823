// SPDX-License-Identifier: Apache-2.0
#include "loops/named_loops.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>

namespace commonweal::loops {

namespace {

/// [link] which of the named loops it closes, as positions.
std::vector<std::set<std::size_t>> names_of_links(const program::Program& program, const CausalGraph& graph,
                                                  const std::vector<NamedLoop>& named) {
  std::map<std::pair<std::string, std::string>, std::set<std::size_t>> closed_by;
  for (std::size_t position = 0; position < named.size(); ++position) {
    for (const auto& link : named[position].links) closed_by[link].insert(position);
  }
  const auto variable = [&](std::uint32_t slot) { return program.named_or_part_of(slot).variable->name; };
  std::vector<std::set<std::size_t>> names;
  for (const Link& link : graph.links) {
    const auto found = closed_by.find({variable(link.from), variable(link.to)});
    names.push_back(found == closed_by.end() ? std::set<std::size_t>() : found->second);
  }
  return names;
}

std::string together(const std::set<std::size_t>& positions, const std::vector<NamedLoop>& named) {
  std::string text;
  for (const std::size_t position : positions) text += (text.empty() ? "" : ", ") + named[position].name;
  return text;
}

}  // namespace

std::vector<LoopShare> shares_by_name(const program::Program& program, const CausalGraph& graph,
                                      const std::vector<ScoredLoop>& loops, const std::vector<NamedLoop>& named) {
  const auto names = names_of_links(program, graph, named);
  std::map<std::pair<std::uint32_t, std::string>, LoopShare> shares;
  for (const ScoredLoop& loop : loops) {
    std::set<std::size_t> positions;
    for (const std::uint32_t link : loop.circle) positions.insert(names[link].begin(), names[link].end());
    const std::string name = together(positions, named);
    const std::size_t moments = loop.relative.size();
    LoopShare& share =
        shares
            .try_emplace({loop.partition, name},
                         LoopShare{name, loop.partition, 0, std::vector<double>(moments), std::vector<double>(moments)})
            .first->second;
    ++share.circles;
    for (std::size_t moment = 0; moment < moments; ++moment) {
      const double relative = loop.relative[moment];
      (relative > 0 ? share.reinforcing : share.balancing)[moment] += relative;
    }
  }
  std::vector<LoopShare> all;
  for (auto& [key, share] : shares) all.push_back(std::move(share));
  return all;
}

}  // namespace commonweal::loops
