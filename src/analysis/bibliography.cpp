// SPDX-License-Identifier: Apache-2.0
#include "analysis/bibliography.h"

#include <algorithm>
#include <set>

namespace commonweal::analysis {

namespace {

bool same_source(const SourceNote& one, const SourceNote& other) {
  return one.title == other.title && (one.url == other.url || one.url.empty() || other.url.empty());
}

}  // namespace

int Bibliography::number(const place::Source& source) {
  return number_of({.id = source.id,
                    .title = source.title,
                    .publisher = source.publisher,
                    .date = source.date,
                    .url = source.url,
                    .licence = source.licence});
}

std::optional<int> Bibliography::number(const evidence::Entry& entry) {
  if (entry.source.empty() || is_definition(entry)) return std::nullopt;
  SourceNote note;
  note.id = entry.id;
  note.title = entry.source;
  note.url = entry.url;
  return number_of(std::move(note));
}

int Bibliography::number_of(SourceNote source) {
  const auto known = std::ranges::find_if(sources_, [&](const SourceNote& seen) { return same_source(seen, source); });
  if (known != sources_.end()) {
    if (known->url.empty()) known->url = source.url;
    return known->number;
  }
  source.number = static_cast<int>(sources_.size()) + 1;
  sources_.push_back(std::move(source));
  return sources_.back().number;
}

bool is_definition(const evidence::Entry& entry) {
  return entry.grade == "definition" || entry.grade == "switch";
}

std::vector<int> sources_of(const place::Place& place, Bibliography& bibliography) {
  std::set<int> numbers;
  for (const place::Observation& observation : place.observations) {
    if (const place::Source* source = place.source(observation.source)) numbers.insert(bibliography.number(*source));
  }
  return {numbers.begin(), numbers.end()};
}

std::vector<int> sources_of(const evidence::Register& evidence, Bibliography& bibliography) {
  std::set<int> numbers;
  for (const evidence::Entry& entry : evidence.entries) {
    if (const std::optional<int> number = bibliography.number(entry)) numbers.insert(*number);
  }
  return {numbers.begin(), numbers.end()};
}

}  // namespace commonweal::analysis
