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

using Factors = analysis::GrowthDrivers::Row;

/// All services together: the last of the totals, or the sum of the rows where no totals are given.
Factors sum_of(const analysis::GrowthDrivers& drivers) {
  if (!drivers.totals.empty()) return drivers.totals.back();
  Factors sum{"all services"};
  for (const Factors& row : drivers.rows) {
    sum.start += row.start;
    sum.people += row.people;
    sum.need += row.need;
    sum.price += row.price;
    sum.end += row.end;
  }
  return sum;
}

constexpr std::string_view need_words =
    "Need: how much each person needs: more of them very old, and the growth that age does not explain.";

struct Cause {
  std::string name;
  double amount;
};

/// The three causes, largest first.
std::array<Cause, 3> causes_by_size(const Factors& row) {
  std::array<Cause, 3> causes = {
      {{"the number of people", row.people}, {"need per person", row.need}, {"price", row.price}}};
  std::stable_sort(causes.begin(), causes.end(),
                   [](const Cause& one, const Cause& other) { return one.amount > other.amount; });
  return causes;
}

std::string title_of(const Factors& sum) {
  const Cause first = causes_by_size(sum).front();
  return first.amount > 0 ? fmt::format("Inflation included, most of the growth in cost comes from {}", first.name)
                          : std::string("Cost does not grow");
}

std::string summary_of(const analysis::GrowthDrivers& drivers, const Factors& sum) {
  std::vector<std::string> parts;
  for (const Cause& cause : causes_by_size(sum))
    parts.push_back(fmt::format("{} {}", cause.name, money_text(cause.amount)));
  return fmt::format("{}: what the base level of service costs changes by {} a year between {} and {}: {}.",
                     capitalised(drivers.scenario_name), money_text(sum.end - sum.start), drivers.from.text(),
                     drivers.to.text(), listed(parts));
}

Contributions::Row chart_row(const Factors& row, double scale) {
  return {capitalised(row.service),
          {row.people * scale, row.need * scale, row.price * scale},
          (row.end - row.start) * scale};
}

Contributions contributions_of(const analysis::GrowthDrivers& drivers, const Factors& sum) {
  const MoneyUnit unit = money_unit(std::abs(sum.end - sum.start));
  Contributions chart;
  chart.unit = fmt::format("Change from {} to {}, {} a year, cash", drivers.from.text(), drivers.to.text(), unit.name);
  chart.cause_names = {"People", "Need", "Price"};
  chart.total_name = "In all";
  for (const Factors& row : drivers.rows) chart.rows.push_back(chart_row(row, unit.scale));
  for (const Factors& row : drivers.totals.empty() ? std::vector<Factors>{sum} : drivers.totals) {
    chart.rows.push_back(chart_row(row, unit.scale));
    chart.rows.back().strong = true;
  }
  return chart;
}

Figure drivers_figure(const analysis::GrowthDrivers& drivers) {
  const Factors sum = sum_of(drivers);
  Figure figure;
  figure.id = "growth-" + slug(drivers.scenario_id);
  figure.basis = "Modelled: " + drivers.scenario_name;
  figure.title = title_of(sum);
  figure.summary = summary_of(drivers, sum);
  figure.caption = fmt::format(
      "People: more or fewer of them. {} Price: what a unit of service costs, inflation included. The three add up "
      "exactly to the change (Das Gupta’s decomposition). {}",
      need_words, drivers.place.empty() ? "" : drivers.place + ".");
  figure.cites = drivers.cites;
  figure.table = drivers_table(drivers);
  figure.draw = [drivers, sum](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                               const std::string& summary_id) {
    return draw(contributions_of(drivers, sum), canvas, style_class, title_id, summary_id);
  };
  return figure;
}

/// Causes below this share of the whole change are not worth a word in a title.
constexpr double worth_a_word = 0.02;

std::string share_title(const std::vector<analysis::ShareDrivers>& all) {
  const auto weighs = [](double part, const analysis::ShareDrivers& one) {
    return part > worth_a_word * std::abs(one.end - one.start);
  };
  const auto count = [&](double analysis::ShareDrivers::* part) {
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const auto& one) { return weighs(one.*part, one); }));
  };
  const std::size_t people = count(&analysis::ShareDrivers::people), need = count(&analysis::ShareDrivers::need);
  const std::size_t price = count(&analysis::ShareDrivers::price);
  if (people < all.size() || need < all.size()) return "Why care’s share of the money changes";
  if (price == all.size()) return "More people, more need and prices beyond the money take the money";
  return price == 0 ? "More people and more need take the money, not prices"
                    : "More people and more need take the money; prices only where money lags";
}

std::string points_text(double share) {
  const double points = std::round(share * 1000) / 10;
  return fmt::format("{:.1f}", points == 0 ? 0.0 : points);  // no "-0.0"
}

std::string share_summary(const std::vector<analysis::ShareDrivers>& all) {
  std::string text;
  for (const analysis::ShareDrivers& one : all) {
    text += fmt::format(
        "{}{}: care’s share of the money goes from {} in {} to {} in {}; of the {} percentage points, {} come from "
        "people, {} from need and {} from prices beyond the money.",
        text.empty() ? "" : " ", capitalised(one.scenario_name), percent_text(one.start), one.from.text(),
        percent_text(one.end), one.to.text(), points_text(one.end - one.start), points_text(one.people),
        points_text(one.need), points_text(one.price));
  }
  return text;
}

/// Why care takes the money: the rise of its share, cause by cause, a row for every scenario.
Figure share_figure(const std::vector<analysis::ShareDrivers>& all) {
  Figure figure;
  figure.id = "share-drivers";
  figure.basis = "Modelled";
  figure.title = share_title(all);
  figure.summary = share_summary(all);
  figure.caption = fmt::format(
      "People: more or fewer of them. {} Price beyond the money: how much faster the price of care rises than the "
      "money for services. The three add up exactly to the change.",
      need_words);
  figure.table = share_drivers_table(all);
  figure.draw = [all](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                      const std::string& summary_id) {
    Contributions chart;
    chart.unit = "Change in care’s share of the money, percentage points";
    chart.cause_names = {"People", "Need", "Price"};
    chart.total_name = "In all";
    for (const analysis::ShareDrivers& one : all) {
      chart.rows.push_back({fmt::format("{}, to {}", capitalised(one.scenario_name), one.to.text()),
                            {one.people * 100, one.need * 100, one.price * 100},
                            (one.end - one.start) * 100});
    }
    return draw(chart, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

/// Of the scenarios that the answer speaks of.
std::vector<analysis::ShareDrivers> main_share_drivers(const analysis::Findings& findings) {
  std::vector<analysis::ShareDrivers> main;
  for (const analysis::ShareDrivers& one : findings.share_drivers) {
    if (is_main(findings.headline, one.scenario_id)) main.push_back(one);
  }
  return main;
}

Markup cost_figure(const analysis::Findings& findings) {
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
  return content;
}

}  // namespace

Markup drivers_section(const analysis::Findings& findings) {
  const std::vector<analysis::ShareDrivers> shares = main_share_drivers(findings);
  Markup content;
  if (!shares.empty()) content += figure_markup(share_figure(shares), Canvas::wide(), findings.sources);
  content += cost_figure(findings);
  return content.empty() ? Markup() : section("drivers", "What drives the growth", content);
}

}  // namespace commonweal::report
