// SPDX-License-Identifier: Apache-2.0
#include "book/sector_links.h"

#include <algorithm>
#include <map>
#include <utility>

#include "book/uses.h"

namespace commonweal::book {

namespace {

bool is_time_control(const model::Model& model, model::VariableId variable) {
  return variable == model.time || variable == model.initial_time || variable == model.final_time ||
         variable == model.time_step || variable == model.saveper;
}

/// Sectors that hold more than the controls of time.
std::vector<Sector> shown_sectors(const syntax::Document& document, const model::Model& model) {
  std::vector<Sector> all = sectors(document, model);
  std::erase_if(all, [&](const Sector& sector) {
    return std::ranges::any_of(sector.variables, [&](model::VariableId id) { return is_time_control(model, id); });
  });
  return all;
}

SectorLoop in_sectors(const model::Model& model, const Loop& loop,
                      const std::map<std::size_t, std::size_t>& sector_of) {
  SectorLoop result{model.variables[loop.loop_switch].name.substr(std::string_view("loop ").size()), {}};
  for (const model::VariableId step : loop.circle) {
    const auto sector = sector_of.find(step.index);
    if (sector == sector_of.end()) continue;
    if (result.sectors.empty() || result.sectors.back() != sector->second) result.sectors.push_back(sector->second);
  }
  if (result.sectors.size() > 1 && result.sectors.back() == result.sectors.front()) result.sectors.pop_back();
  return result;
}

}  // namespace

SectorMap sector_map(const syntax::Document& document, const model::Model& model) {
  SectorMap result;
  std::map<std::size_t, std::size_t> sector_of;  // by position of the variable
  for (const Sector& sector : shown_sectors(document, model)) {
    for (const model::VariableId variable : sector.variables) sector_of[variable.index] = result.names.size();
    result.names.push_back(sector.name.empty() ? "Other" : sector.name);
  }

  std::map<std::pair<std::size_t, std::size_t>, std::size_t> counts;
  const Uses uses = uses_of(model);
  for (const auto& [user, to] : sector_of) {
    for (const std::size_t used : uses.uses[user]) {
      const auto from = sector_of.find(used);
      if (from != sector_of.end() && from->second != to) ++counts[{from->second, to}];
    }
  }
  for (const auto& [ends, count] : counts) result.links.push_back({ends.first, ends.second, count});

  for (const Loop& loop : loops(model)) {
    SectorLoop through = in_sectors(model, loop, sector_of);
    if (!through.sectors.empty()) result.loops.push_back(std::move(through));
  }
  return result;
}

}  // namespace commonweal::book
