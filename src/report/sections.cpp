// SPDX-License-Identifier: Apache-2.0
#include "report/sections.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

/// The things assumed, each with how many figures: "population, 75 to 84, 2012-13" counts for "population".
std::vector<std::pair<std::string, int>> kinds_assumed(const std::vector<analysis::Assumption>& assumptions) {
  std::vector<std::pair<std::string, int>> kinds;
  for (const analysis::Assumption& one : assumptions) {
    const std::string kind(base::trimmed(std::string_view(one.what).substr(0, one.what.find(','))));
    const auto known = std::find_if(kinds.begin(), kinds.end(), [&](const auto& pair) { return pair.first == kind; });
    if (known == kinds.end()) {
      kinds.emplace_back(kind, 1);
    } else {
      ++known->second;
    }
  }
  return kinds;
}

}  // namespace

Markup section(const std::string& id, const std::string& heading, const Markup& content) {
  return element("section", {{"id", id}, {"aria-labelledby", id + "-heading"}},
                 element("h2", {{"id", id + "-heading"}}, heading) + "\n" + content) +
         "\n";
}

Markup paragraph(const Markup& content) {
  return element("p", content) + "\n";
}

Markup assumption_mark(const analysis::Findings& findings) {
  if (findings.assumptions.empty()) return {};
  constexpr std::size_t most_named = 4;
  const auto kinds = kinds_assumed(findings.assumptions);
  std::vector<std::string> names;
  for (const auto& [kind, count] : kinds) {
    if (names.size() == most_named) break;
    names.push_back(count == 1 ? kind : fmt::format("{} ({} figures)", kind, count));
  }
  if (kinds.size() > most_named) names.push_back(fmt::format("{} more", kinds.size() - most_named));
  return element("strong", "Assumed") + Markup(", without a published source: " + listed(names) + ". ") +
         element("a", {{"href", "#assumptions"}}, "See what was assumed") + ".";
}

}  // namespace commonweal::report
