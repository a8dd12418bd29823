// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "experiments/prospect.h"
#include "study/element_name.h"

namespace commonweal::experiments {
namespace {

using Json = nlohmann::ordered_json;

std::string limit_text(const study::Threshold& limit) {
  return fmt::format("all of its range lies {} {}", limit.above ? "above" : "below", base::shortest(limit.value));
}

Json limit_json(const study::Threshold& limit) {
  return {{limit.above ? "above" : "below", limit.value}};
}

std::string percent(double chance) {
  return fmt::format("{:.0f}%", 100 * chance);
}

}  // namespace

std::string text(const std::vector<Prospect>& prospects) {
  std::string text = fmt::format("{} to carry out\n", base::counted(prospects.size(), "pilot"));
  auto out = std::back_inserter(text);
  for (const Prospect& prospect : prospects) {
    const study::Policy& policy = *prospect.policy;
    const study::Pilot& pilot = *policy.pilot;
    const Belief& before = prospect.before;
    fmt::format_to(out, "\n{} ({})\n  {}\n  measured: {}\n  compared: {}\n", policy.title, policy.id, pilot.hypothesis,
                   pilot.measured, pilot.comparison);
    fmt::format_to(out, "  {} people, {} year{}, GBP {} million\n", base::grouped(pilot.people, 0),
                   base::shortest(pilot.years), pilot.years == 1 ? "" : "s", base::shortest(pilot.cost));
    fmt::format_to(out, "  today: {} is {:.3g}, 8 of 10 from {:.3g} to {:.3g} ({}: {})\n", pilot.constant.text,
                   before.centre(), before.low(), before.high(), prospect.entry->id, prospect.entry->grade);
    fmt::format_to(out, "  a result with standard error {} leaves a range {} as wide as today's\n",
                   base::shortest(pilot.standard_error), percent(prospect.width));
    fmt::format_to(out, "  stop if {}: {} likely\n", limit_text(pilot.stop), percent(prospect.chance_stop));
    fmt::format_to(out, "  scale if {}: {} likely\n", limit_text(pilot.scale), percent(prospect.chance_scale));
    fmt::format_to(out, "  otherwise it settles nothing: {} likely\n",
                   percent(1 - prospect.chance_stop - prospect.chance_scale));
    fmt::format_to(out, "  rules {}\n", study::rules_hash(policy.id, pilot));
  }
  return text + "\nThe chances are those of today's register; they say what a trial may show, not what it is worth.\n";
}

std::string json(const std::vector<Prospect>& prospects) {
  Json all = Json::array();
  for (const Prospect& prospect : prospects) {
    const study::Policy& policy = *prospect.policy;
    const study::Pilot& pilot = *policy.pilot;
    const Belief& before = prospect.before;
    all.push_back({{"policy", policy.id},
                   {"title", policy.title},
                   {"hypothesis", pilot.hypothesis},
                   {"constant", pilot.constant.text},
                   {"measured", pilot.measured},
                   {"comparison", pilot.comparison},
                   {"people", pilot.people},
                   {"years", pilot.years},
                   {"cost", pilot.cost},
                   {"standard_error", pilot.standard_error},
                   {"grade", pilot.grade},
                   {"before",
                    {{"row", prospect.entry->id},
                     {"grade", prospect.entry->grade},
                     {"taken", in_words(before.scale)},
                     {"low", before.low()},
                     {"central", before.centre()},
                     {"high", before.high()}}},
                   {"stop", limit_json(pilot.stop)},
                   {"scale", limit_json(pilot.scale)},
                   {"chance_stop", prospect.chance_stop},
                   {"chance_scale", prospect.chance_scale},
                   {"width_left", prospect.width},
                   {"rules_text", study::rules_text(policy.id, pilot)},
                   {"rules", study::rules_hash(policy.id, pilot)}});
  }
  return Json{{"pilots", all}}.dump(2) + "\n";
}

}  // namespace commonweal::experiments
