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

/// The things assumed for a place, each once: "Barnet: population, 75 to 84, 2012-13" is "population".
std::vector<std::string> kinds_assumed(const analysis::Findings& findings) {
  const std::string own = findings.headline.place + ": ";
  std::vector<std::string> kinds;
  for (const analysis::Assumption& one : findings.assumptions) {
    std::string_view what = one.what;
    if (what.starts_with(own)) what.remove_prefix(own.size());
    if (what.find(": ") != std::string_view::npos) continue;  // of another place
    const std::string kind(base::trimmed(what.substr(0, what.find(','))));
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
  }
  return kinds;
}

}  // namespace

Markup section(const std::string& id, const std::string& heading, const Markup& content) {
  return element("section", {{"id", id}, {"aria-labelledby", id + "-heading"}},
                 element("h2", {{"id", id + "-heading"}}, heading) + "\n" + content) +
         "\n";
}

Markup scales_differ() {
  return element("p", {{"class", "note"}},
                 "Each of these charts has a scale of its own: on one, the smaller figures could not be seen.");
}

Markup definition(const std::string& name, const Markup& value) {
  return element("dt", name) + element("dd", value);
}

Markup paragraph(const Markup& content) {
  return element("p", content) + "\n";
}

Markup assumption_mark(const analysis::Findings& findings) {
  if (findings.assumptions.empty()) return {};
  constexpr std::size_t most_named = 5;
  std::vector<std::string> names = kinds_assumed(findings);
  if (names.size() > most_named) {
    const std::size_t more = names.size() - most_named;
    names.resize(most_named);
    names.push_back(fmt::format("{} more", more));
  }
  return element("strong", "Assumed") + Markup(", without a published source: " + listed(names) + ". ") +
         element("a", {{"href", "#assumptions"}}, "See what was assumed") + ".";
}

}  // namespace commonweal::report
