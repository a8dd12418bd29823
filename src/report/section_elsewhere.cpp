// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "report/doom_figure.h"
#include "report/gap_figure.h"
#include "report/sections.h"
#include "report/tables.h"
#include "report/wording.h"

namespace commonweal::report {

Markup elsewhere_section(const analysis::Findings& findings) {
  Markup content;
  for (const analysis::GraphOfDoom& graph : other_graphs(findings)) {
    const std::string name =
        graph.place.empty() ? graph.scenario_name : fmt::format("{}: {}", graph.place, graph.scenario_name);
    content += paragraph(element("strong", name) +
                         (graph.scenario_description.empty() ? Markup() : Markup(". " + graph.scenario_description)));
    const auto gap = std::find_if(findings.gaps.begin(), findings.gaps.end(),
                                  [&](const analysis::Gap& one) { return one.scenario_id == graph.scenario_id; });
    if (gap != findings.gaps.end() && !gap->before_action.empty()) {
      content += figure_markup(gap_figure(*gap, {}), Canvas::wide(), findings.sources);
    }
    content += figure_markup(doom_figure(graph, {}, Detail::services), Canvas::wide(), findings.sources);
  }
  return content.empty() ? Markup() : section("elsewhere", "The wider picture: other places", content);
}

}  // namespace commonweal::report
