// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "place/place.h"

namespace commonweal::place {
namespace {

std::string line_of(const Observation& observation) {
  std::string line = "  " + observation.variable;
  if (!observation.element.empty()) line += fmt::format("[{}]", observation.element);
  if (observation.year) line += " " + observation.year->text();
  line += fmt::format(" = {} {} ({}", base::shortest(observation.value), observation.unit, name(observation.status));
  if (!observation.source.empty()) line += ", " + observation.source;
  line += ")";
  if (!observation.note.empty()) line += " # " + observation.note;
  return line + "\n";
}

}  // namespace

std::string dump(const Place& place) {
  std::string text = fmt::format("place {}: {}, {}, {}{}{}, base year {}\n", place.id, place.name, place.kind,
                                 place.gss_code, place.e_code.empty() ? "" : " ", place.e_code, place.base_year.text());
  text += fmt::format("hash {}\n", place.hash);
  text += "sources\n";
  for (const Source& source : place.sources) {
    text += fmt::format("  {}: {}; {}; {}; {}; {}\n", source.id, source.title, source.publisher, source.date,
                        source.licence, source.url);
  }
  text += "series\n";
  for (const Observation& observation : place.observations) text += line_of(observation);
  text += place.context_name == place.name ? "context\n" : fmt::format("context of {}\n", place.context_name);
  for (const Observation& observation : place.context) text += line_of(observation);
  text += "holds after its last year\n";
  for (const std::string& variable : place.holds_after_last_year) text += fmt::format("  {}\n", variable);
  text += "limits\n";
  for (const std::string& limit : place.limits) text += fmt::format("  {}\n", limit);
  return text;
}

}  // namespace commonweal::place
