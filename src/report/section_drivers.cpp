// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "report/contributions.h"
#include "report/figure.h"
#include "report/sections.h"
#include "report/tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

using Row = analysis::GrowthDrivers::Row;

/// All services together: the last of the totals, or the sum of the rows where no totals are given.
Row sum_of(const analysis::GrowthDrivers& drivers) {
  if (!drivers.totals.empty()) return drivers.totals.back();
  Row sum{"all services"};
  for (const Row& row : drivers.rows) {
    sum.start += row.start;
    sum.people += row.people;
    sum.need += row.need;
    sum.price += row.price;
    sum.end += row.end;
  }
  return sum;
}

struct Cause {
  std::string name;
  double amount;
};

/// The three causes, largest first.
std::array<Cause, 3> ranked(const Row& row) {
  std::array<Cause, 3> causes = {
      {{"the number of people", row.people}, {"need per person", row.need}, {"price", row.price}}};
  std::stable_sort(causes.begin(), causes.end(),
                   [](const Cause& one, const Cause& other) { return one.amount > other.amount; });
  return causes;
}

std::string title_of(const Row& sum) {
  const Cause first = ranked(sum).front();
  return first.amount > 0 ? fmt::format("Most of the growth in cost comes from {}", first.name)
                          : std::string("Cost does not grow");
}

std::string summary_of(const analysis::GrowthDrivers& drivers, const Row& sum) {
  std::vector<std::string> parts;
  for (const Cause& cause : ranked(sum)) parts.push_back(fmt::format("{} {}", cause.name, money_text(cause.amount)));
  return fmt::format("{}: what the base level of service costs changes by {} a year between {} and {}: {}.",
                     capitalised(drivers.scenario_name), money_text(sum.end - sum.start), drivers.from.text(),
                     drivers.to.text(), listed(parts));
}

Contributions::Row chart_row(const Row& row, double scale) {
  return {capitalised(row.service),
          {row.people * scale, row.need * scale, row.price * scale},
          (row.end - row.start) * scale};
}

Contributions contributions_of(const analysis::GrowthDrivers& drivers, const Row& sum) {
  const MoneyUnit unit = money_unit(std::abs(sum.end - sum.start));
  Contributions chart;
  chart.unit = fmt::format("Change from {} to {}, {} a year, cash", drivers.from.text(), drivers.to.text(), unit.name);
  chart.cause_names = {"People", "Need", "Price"};
  chart.total_name = "In all";
  for (const Row& row : drivers.rows) chart.rows.push_back(chart_row(row, unit.scale));
  for (const Row& row : drivers.totals.empty() ? std::vector<Row>{sum} : drivers.totals) {
    chart.rows.push_back(chart_row(row, unit.scale));
    chart.rows.back().strong = true;
  }
  return chart;
}

Figure drivers_figure(const analysis::GrowthDrivers& drivers) {
  const Row sum = sum_of(drivers);
  Figure figure;
  figure.id = "growth-" + slug(drivers.scenario_id);
  figure.basis = "Modelled: " + drivers.scenario_name;
  figure.title = title_of(sum);
  figure.summary = summary_of(drivers, sum);
  figure.caption = fmt::format(
      "People: more or fewer of them. Need: how much each needs, age for age. Price: what a unit of service costs, "
      "inflation included. The "
      "three add up "
      "exactly to the change (Das Gupta’s decomposition). {}",
      drivers.place.empty() ? "" : drivers.place + ".");
  figure.cites = drivers.cites;
  figure.table = drivers_table(drivers);
  figure.draw = [drivers, sum](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                               const std::string& summary_id) {
    return draw(contributions_of(drivers, sum), canvas, style_class, title_id, summary_id);
  };
  return figure;
}

}  // namespace

Markup drivers_section(const analysis::Findings& findings) {
  Markup content;
  std::size_t others = 0;
  for (const analysis::GrowthDrivers& drivers : findings.drivers) {
    if (drivers.rows.empty() || !is_own(findings, drivers.scenario_id)) continue;
    if (!content.empty()) {
      ++others;
      continue;
    }
    Figure figure = drivers_figure(drivers);
    figure.assumed = assumption_mark(findings);
    content = figure_markup(figure, Canvas::wide(), findings.sources);
  }
  if (others > 0)
    content += paragraph("The same for the other scenarios is in results.xlsx, on the sheets that begin with Growth.");
  return content.empty() ? Markup() : section("drivers", "What drives the growth", content);
}

}  // namespace commonweal::report
