// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "report/doom_figure.h"
#include "report/lines.h"
#include "report/sections.h"
#include "report/tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

std::string comparison_title(const std::vector<analysis::GraphOfDoom>& graphs) {
  std::size_t crossing = 0;
  for (const analysis::GraphOfDoom& graph : graphs) crossing += graph.takes_all ? 1 : 0;
  if (crossing == 0) return "In no scenario does care need all the money";
  const bool range_escapes = std::any_of(graphs.begin(), graphs.end(), [](const analysis::GraphOfDoom& graph) {
    return !graph.takes_all_range.scenario_names.empty() && !graph.takes_all_range.latest;
  });
  if (crossing == graphs.size() && range_escapes)
    return "Care comes to need all the money, but not over the whole range";
  if (crossing == graphs.size()) return "In every scenario care comes to need all the money";
  return fmt::format("In {} of {} scenarios care comes to need all the money", crossing, graphs.size());
}

/// What the shading means, in the names of the scenarios that bound it; empty where there is none.
std::string range_sentence(const std::vector<analysis::GraphOfDoom>& graphs) {
  std::vector<std::string> bounds;
  for (const analysis::GraphOfDoom& graph : graphs) {
    const auto& names = graph.takes_all_range.scenario_names;
    bounds.insert(bounds.end(), names.begin(), names.end());
  }
  if (bounds.empty()) return "";
  return fmt::format(" Shaded, and in the ranges: from the least to the greatest of the scenario itself and {}.",
                     listed(bounds));
}

std::string comparison_summary(const std::vector<analysis::GraphOfDoom>& graphs) {
  std::vector<std::string> parts;
  for (const analysis::GraphOfDoom& graph : graphs) {
    const std::string range = range_text(graph.takes_all_range, last_year(graph));
    parts.push_back(fmt::format("{}: {}{}", graph.scenario_name, crossing_text(graph.takes_all, last_year(graph)),
                                range.empty() ? "" : fmt::format(" (range {})", range)));
  }
  return fmt::format("Care reaches 100% of the money for services in these years. {}.", base::joined(parts, "; "));
}

/// Beyond so many per cent, where all the money is long gone, a line would only press the others flat.
constexpr double line_cut = 200;

/// Shares as per cent up to the cut, after `offset` years in which there are none.
std::vector<double> shown_shares(const std::vector<double>& shares, std::size_t offset) {
  if (shares.empty()) return {};
  std::vector<double> shown(offset, std::nan(""));
  for (const double share : shares) shown.push_back(share * 100 <= line_cut ? share * 100 : std::nan(""));
  return shown;
}

/// Care as a share of the money, all scenarios on one sheet.
Figure comparison_figure(const std::vector<analysis::GraphOfDoom>& graphs) {
  Figure figure;
  figure.id = "care-share";
  figure.basis = "Modelled";
  figure.title = comparison_title(graphs);
  figure.summary = comparison_summary(graphs);
  figure.caption = fmt::format(
      "Cost of care at the base level of service, as a share of the money for services. Lines end at {:.0f}%.",
      line_cut);
  figure.caption += range_sentence(graphs);
  figure.table = care_share_table(graphs);
  figure.draw = [graphs](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                         const std::string& summary_id) {
    LineChart chart;
    chart.first = graphs.front().first;
    for (const analysis::GraphOfDoom& graph : graphs) chart.first = std::min(chart.first, graph.first);
    chart.unit = "% of the money for services";
    for (const analysis::GraphOfDoom& graph : graphs) {
      const std::size_t offset = static_cast<std::size_t>(graph.first.start - chart.first.start);
      chart.lines.push_back({capitalised(graph.scenario_name), shown_shares(graph.care_share, offset),
                             shown_shares(graph.care_share_low, offset), shown_shares(graph.care_share_high, offset)});
    }
    chart.thresholds = {{75, "75%: begins to restrict"}, {100, "100%: all of it"}};
    return draw(chart, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

/// As many scenarios are drawn large, with every service: the headline's own and its counterpart.
constexpr std::size_t drawn_large = 2;

/// What the axes of the graphs from `begin` to before `end` must hold, so that they can be compared.
Extent common_extent(const std::vector<analysis::GraphOfDoom>& graphs, std::size_t begin, std::size_t end) {
  Extent extent;
  for (std::size_t graph = begin; graph < end; ++graph) {
    extent.include(doom_extent(graphs[graph]).low);
    extent.include(doom_extent(graphs[graph]).high);
  }
  return extent;
}

Markup large_graphs(const analysis::Findings& findings, const std::vector<analysis::GraphOfDoom>& graphs) {
  const std::size_t count = std::min(drawn_large, graphs.size());
  const Extent extent = common_extent(graphs, 0, count);
  Markup content;
  for (std::size_t graph = 0; graph < count; ++graph) {
    Figure figure = doom_figure(graphs[graph], extent, Detail::services);
    figure.assumed = assumption_mark(findings);
    content += figure_markup(figure, Canvas::wide(), findings.sources);
  }
  return content;
}

/// What the scenarios that are drawn small have in common.
std::string others_heading(const analysis::Findings& findings, const std::vector<analysis::GraphOfDoom>& graphs) {
  const bool all_fitted = std::all_of(graphs.begin() + drawn_large, graphs.end(), [&](const auto& graph) {
    return std::any_of(findings.reconciliation.begin(), findings.reconciliation.end(), [&](const auto& row) {
      return row.scenario_id == graph.scenario_id && row.role == study::Role::fitted;
    });
  });
  if (all_fitted) return "A published claim, fitted: it proves nothing by itself";
  return graphs.size() == drawn_large + 1 ? "The other scenario" : "The other scenarios, on one scale";
}

Markup small_graphs(const analysis::Findings& findings, const std::vector<analysis::GraphOfDoom>& graphs) {
  if (graphs.size() <= drawn_large) return {};
  const Extent extent = common_extent(graphs, drawn_large, graphs.size());
  Markup content;
  for (std::size_t graph = drawn_large; graph < graphs.size(); ++graph) {
    content +=
        figure_markup(doom_figure(graphs[graph], extent, Detail::care_and_rest), Canvas::small(), findings.sources);
  }
  return element("h3", others_heading(findings, graphs)) + element("div", {{"class", "side-by-side"}}, content);
}

}  // namespace

Markup graph_section(const analysis::Findings& findings) {
  const std::vector<analysis::GraphOfDoom> graphs = own_graphs(findings);
  if (graphs.empty()) return {};
  Markup content = paragraph(
      "If every service went on as in the base year, what would it cost, and what money would there be? Care stands at "
      "the bottom: it is drawn first, and what is left above it, up to the line, is for everything else. Bars above "
      "the "
      "line cannot be paid for.");
  content += large_graphs(findings, graphs);
  if (graphs.size() > 1) content += figure_markup(comparison_figure(graphs), Canvas::wide(), findings.sources);
  content += small_graphs(findings, graphs);
  return section("graph", "When care takes the money", content);
}

}  // namespace commonweal::report
