// SPDX-License-Identifier: Apache-2.0
#include "report/doom_figure.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include <fmt/format.h>

#include "report/stacked_bars.h"
#include "report/tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

/// Sum, year by year, of the services from `begin` to before `end`.
std::vector<double> sum_of(const analysis::GraphOfDoom& graph, std::size_t begin, std::size_t end) {
  std::vector<double> sum(graph.envelope.size(), 0.0);
  for (std::size_t service = begin; service < end; ++service) {
    const std::vector<double>& values = graph.services[service].values;
    for (std::size_t year = 0; year < std::min(sum.size(), values.size()); ++year) sum[year] += values[year];
  }
  return sum;
}

double last_value(const analysis::YearlySeries& series) {
  return series.values.empty() ? 0 : series.values.back();
}

/// So many services beside care have a layer of their own; the smaller ones share one.
constexpr std::size_t most_other_layers = 4;

/// What a service beside care must cost in the last year to have a layer of its own. One alone is never merged.
double least_shown(const analysis::GraphOfDoom& graph, std::size_t care) {
  std::vector<double> costs;
  for (std::size_t service = care; service < graph.services.size(); ++service)
    costs.push_back(last_value(graph.services[service]));
  if (costs.size() <= most_other_layers + 1) return -std::numeric_limits<double>::infinity();
  std::sort(costs.begin(), costs.end(), std::greater<>());
  return costs[most_other_layers - 1];
}

/// Care at the bottom, in the order of the findings.
std::vector<StackedBars::Layer> layers_of(const analysis::GraphOfDoom& graph, Detail detail, double scale) {
  const std::size_t care = std::min(graph.care_services, graph.services.size());
  if (detail == Detail::care_and_rest) {
    return {{"Care", scaled(sum_of(graph, 0, care), scale), Fill::care_1},
            {"Everything else", scaled(sum_of(graph, care, graph.services.size()), scale), Fill::other_1}};
  }
  const double least = least_shown(graph, care);
  std::vector<StackedBars::Layer> layers;
  analysis::GraphOfDoom merged;  // of the services too small to be seen one by one
  merged.envelope = graph.envelope;
  for (std::size_t service = 0; service < graph.services.size(); ++service) {
    if (service >= care && last_value(graph.services[service]) < least) {
      merged.services.push_back(graph.services[service]);
      continue;
    }
    layers.push_back({capitalised(graph.services[service].name), scaled(graph.services[service].values, scale),
                      service_fill(layers.size(), care)});
  }
  if (!merged.services.empty()) {
    layers.push_back({"Other services", scaled(sum_of(merged, 0, merged.services.size()), scale),
                      service_fill(layers.size(), care)});
  }
  return layers;
}

/// Marks the top of care in the year of a crossing, where the graph shows that year.
void add_mark(std::vector<Mark>& marks, const analysis::GraphOfDoom& graph, double scale,
              const std::optional<analysis::Crossing>& crossing, const std::string& words) {
  if (!crossing) return;
  const int year = crossing->year.start - graph.first.start;
  if (year < 0 || year >= static_cast<int>(graph.envelope.size())) return;
  const double care = sum_of(graph, 0, graph.care_services)[static_cast<std::size_t>(year)];
  marks.push_back({static_cast<std::size_t>(year), care * scale, fmt::format("{}: {}", crossing->year.text(), words)});
}

std::vector<Mark> marks_of(const analysis::GraphOfDoom& graph, double scale, const Canvas& canvas) {
  std::vector<Mark> marks;
  const bool roomy = canvas.width > 600;
  add_mark(marks, graph, scale, graph.takes_all, roomy ? "care needs all the money" : "care 100%");
  add_mark(marks, graph, scale, graph.restricts, roomy ? "care needs three quarters of it" : "care 75%");
  return marks;
}

/// The bars, with money as the line across them.
StackedBars bars_of(const analysis::GraphOfDoom& graph, Extent at_least, Detail detail, const Canvas& canvas) {
  at_least.include(doom_extent(graph).high);
  at_least.include(doom_extent(graph).low);
  const MoneyUnit unit = money_unit(at_least.high);
  StackedBars bars;
  bars.marks = marks_of(graph, unit.scale, canvas);
  if (detail == Detail::care_and_rest) bars.mark_lines = 2;
  bars.first = graph.first;
  bars.unit = std::string(unit.name) + " a year, cash";
  bars.layers = layers_of(graph, detail, unit.scale);
  bars.line_name = detail == Detail::services ? "Money for services" : "Money";
  bars.line = scaled(graph.envelope, unit.scale);
  bars.at_least = {at_least.low * unit.scale, at_least.high * unit.scale};
  return bars;
}

std::string title_of(const analysis::GraphOfDoom& graph) {
  const std::string last = last_year(graph).text();
  if (!graph.takes_all) return fmt::format("Care does not need all the money for services by {}", last);
  if (graph.takes_all->years_from_base <= 0)
    return fmt::format("Care needs all the money for services from the start, {}", graph.takes_all->year.text());
  return fmt::format("Care needs all the money for services by {}", graph.takes_all->year.text());
}

std::string summary_of(const analysis::GraphOfDoom& graph) {
  if (graph.care_share.empty()) return "There are no yearly figures to show.";
  const std::string last = last_year(graph).text();
  std::string text = fmt::format("{}: care needs {} of the money for services in {} and {} in {}.",
                                 capitalised(graph.scenario_name), percent_text(graph.care_share.front()),
                                 graph.first.text(), percent_text(graph.care_share.back()), last);
  if (graph.takes_all) {
    text += fmt::format(" It needs all of it by {}.", graph.takes_all->year.text());
  } else {
    text += fmt::format(" It does not need all of it in any year modelled, that is, not before the end of {}.", last);
  }
  const std::string range = range_text(graph.takes_all_range, last_year(graph));
  if (!range.empty()) text += fmt::format(" Over the range of the drivers: {}.", range);
  if (graph.restricts && graph.restricts->years_from_base > 0) {
    text += fmt::format(" It passes three quarters, which begins to restrict everything else, in {}.",
                        graph.restricts->year.text());
  }
  return text;
}

std::string caption_of(const analysis::GraphOfDoom& graph, Detail detail) {
  std::string text;
  if (detail == Detail::services) {
    text =
        "Bars: what each service would cost at the base level of service. Line: money for services, that is, funding "
        "less "
        "levies, debt and other commitments. ";
  }
  if (!graph.place.empty()) text += graph.place + ", ";
  text += fmt::format("{} to {}, cash.", graph.first.text(), last_year(graph).text());
  if (!graph.scenario_description.empty()) text += " Scenario: " + graph.scenario_description;
  return text;
}

}  // namespace

Extent doom_extent(const analysis::GraphOfDoom& graph) {
  StackedBars bars;
  for (const analysis::YearlySeries& service : graph.services)
    bars.layers.push_back({"", service.values, Fill::care_1});
  bars.line = graph.envelope;
  return extent_of(bars);
}

base::FinancialYear last_year(const analysis::GraphOfDoom& graph) {
  return last_of(graph.first, graph.envelope.size());
}

Figure doom_figure(const analysis::GraphOfDoom& graph, Extent at_least, Detail detail) {
  Figure figure;
  figure.id = "graph-" + slug(graph.scenario_id);
  figure.basis = "Modelled: " + graph.scenario_name;
  figure.title = title_of(graph);
  figure.summary = summary_of(graph);
  figure.caption = caption_of(graph, detail);
  figure.cites = graph.cites;
  figure.notes = graph.notes;
  figure.table = doom_table(graph);
  figure.draw = [graph, at_least, detail](const Canvas& canvas, const std::string& style_class,
                                          const std::string& title_id, const std::string& summary_id) {
    return draw(bars_of(graph, at_least, detail, canvas), canvas, style_class, title_id, summary_id);
  };
  return figure;
}

}  // namespace commonweal::report
