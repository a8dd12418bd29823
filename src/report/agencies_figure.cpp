// SPDX-License-Identifier: Apache-2.0
#include "report/agencies_figure.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "report/appraisal_tables.h"
#include "report/interval_bars.h"
#include "report/wording.h"

namespace commonweal::report {

namespace {

using appraisal::Appraisal;
using appraisal::Case;

constexpr double least_net = 0.05;  ///< GBP million; less is said to be nothing

double net_of(const Case& package, std::size_t agency) {
  return package.agencies[agency].net();
}

/// The agencies that gain, or lose, with how much: those with the largest figures first.
std::vector<std::string> those_who(const Appraisal& appraisal, const Case& package, bool gain) {
  std::vector<std::size_t> agencies;
  for (std::size_t i = 0; i < package.agencies.size(); ++i) {
    const double net = net_of(package, i);
    if (gain ? net >= least_net : net <= -least_net) agencies.push_back(i);
  }
  std::ranges::sort(agencies, std::greater{}, [&](std::size_t i) { return std::abs(net_of(package, i)); });
  std::vector<std::string> names;
  for (const std::size_t i : agencies) {
    names.push_back(fmt::format("{} ({})", appraisal.agencies[i], money_text(std::abs(net_of(package, i)))));
  }
  return names;
}

std::string summary_of(const Appraisal& appraisal, const Case& package) {
  const auto gain = those_who(appraisal, package, true), lose = those_who(appraisal, package, false);
  if (gain.empty() && lose.empty()) return "No agency gains or loses by it.";
  std::string text;
  if (!gain.empty()) text += fmt::format("Gaining in all: {}. ", listed(gain));
  text += lose.empty() ? "Nobody loses." : fmt::format("Losing: {}.", listed(lose));
  if (package.wrong_pocket) {
    text += fmt::format(" Of what is gained, {} lands with others than those who pay for it.",
                        percent_text(*package.wrong_pocket));
  }
  return text;
}

/// "most is gained by residents, most lost by council".
std::string title_of(const Appraisal& appraisal, const Case& package) {
  std::size_t most = 0, least = 0;
  for (std::size_t i = 0; i < package.agencies.size(); ++i) {
    if (net_of(package, i) > net_of(package, most)) most = i;
    if (net_of(package, i) < net_of(package, least)) least = i;
  }
  const bool any_gain = net_of(package, most) >= least_net, any_loss = net_of(package, least) <= -least_net;
  if (!any_gain && !any_loss) return "nobody gains or loses";
  std::vector<std::string> parts;
  if (any_gain) parts.push_back("most is gained by " + appraisal.agencies[most]);
  if (any_loss) parts.push_back((any_gain ? "most lost by " : "most is lost by ") + appraisal.agencies[least]);
  return base::joined(parts, ", ");
}

IntervalBars bars_of(const Appraisal& appraisal, const Case& package) {
  IntervalBars bars;
  bars.unit = "£ million";
  for (std::size_t i = 0; i < package.agencies.size(); ++i) {
    IntervalBars::Row row{capitalised(appraisal.agencies[i]), net_of(package, i)};
    if (package.futures > 1) {
      row.low = package.agency_net[i].quantile(0.1).value;
      row.high = package.agency_net[i].quantile(0.9).value;
    }
    row.fill = row.value < 0 ? Fill::part_4 : Fill::part_1;
    bars.rows.push_back(std::move(row));
  }
  return bars;
}

}  // namespace

Figure agencies_figure(const Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario,
                       const study::Study& study) {
  const Case& package = scenario.package;
  Figure figure;
  figure.id = "agencies-" + slug(study.scenarios[scenario.scenario].id);
  figure.basis = "Modelled";
  figure.title = fmt::format("{}: {}", study.scenarios[scenario.scenario].name, title_of(appraisal, package));
  figure.summary = summary_of(appraisal, package);
  figure.caption =
      fmt::format("What each gains less what it pays, against {}; {} to {}, present values, £ million in prices of {}.",
                  study.scenarios.begin()->name, appraisal.first.text(),
                  last_of(appraisal.first, appraisal.years).text(), appraisal.first.text());
  figure.notes.push_back(
      "What need and harm cost each agency rests on assumptions that could be wrong by a factor of four: read the "
      "sign, not the pounds.");
  if (package.futures > 1) {
    figure.notes.push_back(fmt::format("Mean of {} futures; the thin lines hold eight of ten.", package.futures));
  }
  figure.draw = [bars = bars_of(appraisal, package)](const Canvas& canvas, const std::string& style_class,
                                                     const std::string& title_id, const std::string& summary_id) {
    return draw(bars, canvas, style_class, title_id, summary_id);
  };
  figure.table = agencies_table(appraisal, scenario, study);
  return figure;
}

}  // namespace commonweal::report
