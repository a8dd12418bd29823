// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "report/figure.h"
#include "report/lines.h"
#include "report/sections.h"
#include "report/tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

std::string billion_text(double billion) {
  return money_text(billion * 1000);
}

/// How many years have spending above receipts, of those in which both are known.
std::pair<std::size_t, std::size_t> deficit_years(const analysis::NationalFinances& national) {
  std::size_t deficits = 0, known = 0;
  for (std::size_t year = 0; year < std::min(national.spending.size(), national.receipts.size()); ++year) {
    const double borrowed = national.spending[year] - national.receipts[year];
    if (!std::isfinite(borrowed)) continue;
    ++known;
    if (borrowed > 0) ++deficits;
  }
  return {deficits, known};
}

Figure finances_figure(const analysis::NationalFinances& national) {
  const auto [deficits, known] = deficit_years(national);
  const std::string last = last_of(national.first, national.spending.size()).text();
  Figure figure;
  figure.id = "national-finances";
  figure.basis = "Published, not modelled";
  figure.title = fmt::format("The nation spent more than it received in {} of {} years", deficits, known);
  figure.summary = fmt::format("Public spending went from {} in {} to {} in {}; receipts from {} to {}.",
                               billion_text(national.spending.front()), national.first.text(),
                               billion_text(national.spending.back()), last, billion_text(national.receipts.front()),
                               billion_text(national.receipts.back()));
  figure.caption = fmt::format(
      "Total managed expenditure and public sector current receipts, United Kingdom, {} to {}, cash, on the "
      "definitions of today: levels differ from those of the 2012 publications.",
      national.first.text(), last);
  figure.cites = national.cites;
  figure.table = national_table(national);
  figure.draw = [national](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                           const std::string& summary_id) {
    const LineChart chart{national.first,
                          "£ billion a year, cash",
                          {{"Spending", national.spending}, {"Receipts", national.receipts}},
                          {}};
    return draw(chart, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

/// The forecast of 2012 with the outturn of the same years, and some years either side for the eye.
Figure borrowing_figure(const analysis::NationalFinances& national) {
  const auto& forecast = national.borrowing_forecast_2012;
  const auto known = [](double value) { return std::isfinite(value); };
  const auto begin = std::find_if(forecast.begin(), forecast.end(), known) - forecast.begin();
  const auto end = forecast.rend() - std::find_if(forecast.rbegin(), forecast.rend(), known);
  Figure figure;
  figure.id = "national-borrowing";
  figure.basis = "Published, not modelled";
  const auto last = static_cast<std::size_t>(end) - 1;
  const double outturn = last < national.borrowing_outturn.size() ? national.borrowing_outturn[last] : std::nan("");
  const std::string year = (national.first + static_cast<int>(last)).text();
  figure.title = outturn > forecast[last] ? "Borrowing fell more slowly than forecast in 2012"
                                          : "Borrowing against the forecast of 2012";
  figure.summary = fmt::format("For {} the forecast of March 2012 was {}; the outturn is {}.", year,
                               billion_text(forecast[last]), billion_text(outturn));
  figure.caption = fmt::format("Public sector net borrowing, United Kingdom, {} to {}, cash.",
                               (national.first + static_cast<int>(begin)).text(), year);
  figure.cites = national.cites;
  figure.table = national_table(national);
  figure.draw = [national, begin, end](const Canvas& canvas, const std::string& style_class,
                                       const std::string& title_id, const std::string& summary_id) {
    const auto part = [&](std::vector<double> values) {
      values.resize(static_cast<std::size_t>(end), std::nan(""));
      values.erase(values.begin(), values.begin() + begin);
      return values;
    };
    const LineChart chart{national.first + static_cast<int>(begin),
                          "£ billion a year, cash",
                          {{"Outturn", part(national.borrowing_outturn)},
                           {"Forecast, March 2012", part(national.borrowing_forecast_2012)}},
                          {}};
    return draw(chart, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

}  // namespace

Markup nation_section(const analysis::Findings& findings) {
  if (!findings.national || findings.national->spending.empty() || findings.national->receipts.empty()) return {};
  const analysis::NationalFinances& national = *findings.national;
  Markup content = paragraph("A council’s grants come out of the nation’s budget, whose figures these are. " +
                             findings.headline.place + "’s own figures above do not rest on them.");
  content += figure_markup(finances_figure(national), Canvas::wide(), findings.sources);
  const auto& forecast = national.borrowing_forecast_2012;
  if (std::any_of(forecast.begin(), forecast.end(), [](double value) { return std::isfinite(value); })) {
    content += figure_markup(borrowing_figure(national), Canvas::wide(), findings.sources);
  }
  return section("nation", "The nation’s spending and receipts", content);
}

}  // namespace commonweal::report
