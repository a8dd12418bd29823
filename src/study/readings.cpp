// SPDX-License-Identifier: Apache-2.0
#include "study/readings.h"

#include <algorithm>

#include <fmt/format.h>

#include "study/settings.h"

namespace commonweal::study {

namespace {

Reading read_way(const base::TomlValue& value, const std::vector<Reading>& above, base::Diagnostics& diagnostics) {
  base::TomlTable table(value, "a reading", diagnostics);
  const base::PlacedText name = table.text("name");
  Reading way{name.text, table.optional_text("description").text, {}, name.position};
  const base::TomlValue* settings = table.optional_table("set");
  way.settings = read_settings(settings, diagnostics);
  table.finish();
  if (std::ranges::find(above, way.name, &Reading::name) != above.end()) {
    diagnostics.error("duplicate-reading", name.position, fmt::format("there are two readings '{}'", name.text));
  }
  if (settings == nullptr || settings->members.empty()) {
    diagnostics.error("empty-reading", table.position(), fmt::format("the reading '{}' sets nothing", name.text),
                      "say in [readings.way.set] what it takes the choice to be");
  }
  return way;
}

}  // namespace

bool is_settled(const std::vector<Setting>& settings, const Readings& readings) {
  return std::ranges::any_of(readings.ways, [&](const Reading& way) {
    return std::ranges::any_of(way.settings, [&](const Setting& of_way) {
      return std::ranges::any_of(settings,
                                 [&](const Setting& own) { return replaces(own, of_way) || replaces(of_way, own); });
    });
  });
}

Readings read_readings(base::TomlTable& study, base::Diagnostics& diagnostics) {
  Readings readings;
  const base::TomlValue* value = study.optional_table("readings");
  if (value == nullptr) return readings;
  base::TomlTable table(*value, "[readings]", diagnostics);
  readings.of = table.text("of").text;
  for (const base::TomlValue* way : table.tables("way")) {
    readings.ways.push_back(read_way(*way, readings.ways, diagnostics));
  }
  table.finish();
  if (readings.ways.size() < 2) {
    diagnostics.error("one-reading", table.position(), "there is nothing to compare with fewer than two readings",
                      "add [[readings.way]] for each, the model's own among them");
  }
  return readings;
}

}  // namespace commonweal::study
