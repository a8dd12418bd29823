// SPDX-License-Identifier: Apache-2.0
#include "report/why_figure.h"

#include <cmath>

#include <fmt/format.h>

#include "report/waterfall.h"
#include "report/wording.h"

namespace commonweal::report {

namespace {

Waterfall waterfall_of(const appraisal::Why& why) {
  const std::size_t last = why.years - 1;
  Waterfall chart;
  chart.unit = "£ million, cash";
  chart.whole = "In all";
  for (std::size_t driver = 0; driver < why.drivers.size(); ++driver) {
    const ensemble::Spread& part = why.part(driver, last);
    Waterfall::Step step{capitalised(why.drivers[driver]), part.mean().value};
    if (why.futures > 1) {
      step.low = part.quantile(0.1).value;
      step.high = part.quantile(0.9).value;
    }
    chart.steps.push_back(std::move(step));
  }
  return chart;
}

/// What pairs of drivers do together, in a sentence; empty where none is worth telling.
std::string interactions_sentence(const appraisal::Why& why) {
  std::vector<std::string> pairs;
  for (const appraisal::Interaction& pair : why.interactions) {
    pairs.push_back(
        fmt::format("{} with {} ({})", why.drivers[pair.a], why.drivers[pair.b], money_text(pair.last_year)));
    if (pairs.size() == 3) break;
  }
  if (pairs.empty()) return "";
  return " What two of them do beyond what each does by itself, shared between both: " + listed(pairs) + ".";
}

/// Says that not every driver has a bar of its own, and which have not; empty where each has.
std::string lumped_sentence(const appraisal::Why& why) {
  if (why.lumped.empty()) return "";
  return fmt::format(
      "{} things differ, and {} can be told apart, each by every order in which they could come. {} is {} of them "
      "taken as one: {}.",
      why.drivers.size() - 1 + why.lumped.size(), why.drivers.size(), capitalised(why.drivers.back()),
      why.lumped.size(), listed(why.lumped));
}

}  // namespace

Table why_table(const appraisal::Why& why, const study::Study& study) {
  Table table{"Why the gap changed",
              fmt::format("{}: what each does to the gap before anybody acts, £ million, cash",
                          study.scenarios[why.scenario].name),
              {{"Year"}, {"Gap without", Table::Kind::figure}},
              {},
              {}};
  for (const std::string& driver : why.drivers) table.columns.push_back({capitalised(driver), Table::Kind::figure, 2});
  table.columns.push_back({"Change in all", Table::Kind::figure, 2});
  if (why.futures == 0) return table;
  for (std::size_t year = 0; year < why.years; ++year) {
    std::vector<Cell> row = {(why.first + static_cast<int>(year)).text(), why.without[year]};
    for (std::size_t driver = 0; driver < why.drivers.size(); ++driver) {
      row.emplace_back(why.part(driver, year).mean().value);
    }
    row.emplace_back(why.change[year].mean().value);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Figure why_figure(const appraisal::Why& why, const study::Study& study) {
  const std::string last = last_of(why.first, why.years).text();
  const double change = why.change.back().mean().value;
  Figure figure;
  figure.id = "why-" + slug(study.scenarios[why.scenario].id);
  figure.basis = "Modelled";
  figure.title = fmt::format("Why the gap of {} changes", last);
  figure.summary = fmt::format(
      "The gap before anybody acts is {} than without them by {}: without them it is {}. Each bar is what one of them "
      "does, averaged over every order in which "
      "they could come; the bars add up to the whole change.{}",
      change < 0 ? "smaller" : "larger", money_text(std::abs(change)), money_text(why.without.back()),
      interactions_sentence(why));
  if (!why.lumped.empty()) figure.notes.push_back(lumped_sentence(why));
  figure.caption = fmt::format("Change of the gap before action, {}, £ million in cash.", last);
  if (why.futures > 1) {
    figure.notes.push_back(fmt::format("Mean of {} futures; the thin lines hold eight of ten.", why.futures));
  }
  figure.draw = [chart = waterfall_of(why)](const Canvas& canvas, const std::string& style_class,
                                            const std::string& title_id, const std::string& summary_id) {
    return draw(chart, canvas, style_class, title_id, summary_id);
  };
  figure.table = why_table(why, study);
  return figure;
}

}  // namespace commonweal::report
