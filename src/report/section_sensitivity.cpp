// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "report/figure.h"
#include "report/interval_bars.h"
#include "report/sections.h"
#include "report/sensitivity_tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

using sensitivity::Measured;
using sensitivity::StudySensitivity;

constexpr std::size_t most_bars = 12;      ///< the tables have the rest
constexpr double least_of_largest = 0.01;  ///< a smaller bar could not be seen

/// "£3.2 million", "1.4 percentage points": an amount of a figure, without sign.
std::string amount_text(double change, const sensitivity::Figure& figure, int digits) {
  const auto [scale, unit] = shown_unit(figure);
  if (!std::isfinite(change)) return "an unknown amount";
  const std::string amount = base::grouped(std::abs(change) * scale, digits);
  return unit.starts_with("£ ") ? fmt::format("£{} {}", amount, unit.substr(std::string("£ ").size()))
                                : fmt::format("{} {}", amount, unit);
}

/// The figures of one method as bars, largest first: `measured[i]` belongs to `names[i]`.
IntervalBars bars_of(const std::vector<std::string>& names, const std::vector<Measured>& measured, double scale,
                     const std::string& unit) {
  std::vector<double> sizes;
  double largest = 0, widest = 0;
  for (const Measured& one : measured) {
    sizes.push_back(one.value);
    if (std::isfinite(one.value)) largest = std::max(largest, std::abs(one.value) * scale);
    if (std::isfinite(one.high - one.low)) widest = std::max(widest, (one.high - one.low) / 2 * scale);
  }
  IntervalBars bars;
  bars.unit = unit;
  // No finer than the error, where there is one.
  bars.digits = widest > 0 ? digits_for(widest, 1) : digits_for(largest, 3);
  for (const std::size_t at : ranked(sizes)) {
    const Measured& one = measured[at];
    if (bars.rows.size() == most_bars || std::abs(one.value) * scale < least_of_largest * largest) break;
    bars.rows.push_back({names[at], one.value * scale, one.low * scale, one.high * scale});
  }
  return bars;
}

Figure with_bars(Figure figure, const IntervalBars& bars, std::size_t all) {
  if (all > bars.rows.size()) {
    figure.notes.push_back(fmt::format(
        "Shown: what matters most, {} of {}. What else changes anything is in results.xlsx, on the sheet {}.",
        bars.rows.size(), all, figure.table.name));
  }
  figure.draw = [bars](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                       const std::string& summary_id) { return draw(bars, canvas, style_class, title_id, summary_id); };
  return figure;
}

std::vector<std::string> group_names(const StudySensitivity& sensitivity) {
  std::vector<std::string> names;
  for (const sensitivity::InputGroup& group : sensitivity.groups) names.push_back(name_of(group));
  return names;
}

Figure moved_figure(const StudySensitivity& sensitivity) {
  const sensitivity::Figure& asked = sensitivity.figures.front();
  std::vector<std::string> names;
  std::vector<Measured> changes;
  std::vector<double> sizes;
  const double none = std::nan("");
  std::vector<const sensitivity::MovedInput*> inputs;
  for (const sensitivity::MovedInput& input : sensitivity.moved) {
    if (changes_nothing(input)) continue;
    inputs.push_back(&input);
    names.push_back(fmt::format("{}, {} more", input.name, step_text(input)));
    changes.push_back({input.changes.front().up, none, none});
    sizes.push_back(input.changes.front().up);
  }
  const auto [scale, unit] = shown_unit(asked);
  const IntervalBars bars = bars_of(names, changes, scale, fmt::format("Change of the {}, {}", name_of(asked), unit));
  const sensitivity::MovedInput& first = *inputs[ranked(sizes).front()];
  const double change = first.changes.front().up;

  Figure figure;
  figure.id = "sensitivity-one-per-cent";
  figure.basis = "Modelled: " + sensitivity.scenario_name;
  figure.title = fmt::format("Of one per cent more, that on {} does most", first.name);
  figure.summary =
      fmt::format("{} more on {} makes the {} {} {}. All other numbers stay as they are.", step_text(first), first.name,
                  name_of(asked), amount_text(change, asked, bars.digits), change < 0 ? "lower" : "higher");
  figure.caption =
      "A rate a year is moved by one percentage point; anything else by 1% of its value. How likely such a move is, "
      "this "
      "does not say.";
  figure.table = moved_table(sensitivity);
  if (const std::size_t others = sensitivity.moved.size() - inputs.size(); others > 0) {
    figure.notes.push_back(
        fmt::format("{} more {} nothing at all.", base::counted(others, "number"), others == 1 ? "changes" : "change"));
  }
  return with_bars(std::move(figure), bars, inputs.size());
}

Figure screening_figure(const StudySensitivity& sensitivity) {
  const sensitivity::Screening& screening = *sensitivity.screening;
  const sensitivity::Figure& asked = sensitivity.figures.front();
  std::vector<Measured> sizes;
  std::vector<double> values;
  for (const sensitivity::ElementaryEffects& effect : screening.outputs.front()) {
    sizes.push_back(effect.size);
    values.push_back(effect.size.value);
  }
  const auto [scale, unit] = shown_unit(asked);
  const std::vector<std::string> names = group_names(sensitivity);
  const IntervalBars bars = bars_of(names, sizes, scale, fmt::format("Change of the {}, {}", name_of(asked), unit));
  const std::size_t first = ranked(values).front();

  Figure figure;
  figure.id = "sensitivity-screening";
  figure.basis = "Modelled: " + sensitivity.scenario_name;
  figure.title = fmt::format("Over its whole range, {} moves the result most", names[first]);
  figure.summary = fmt::format(
      "From one end of its range to the other, {} changes the {} by {} on average; by {} to {} if the same number of "
      "walks "
      "were made again.",
      names[first], name_of(asked), amount_text(sizes[first].value, asked, bars.digits),
      base::grouped(sizes[first].low * scale, bars.digits), amount_text(sizes[first].high, asked, bars.digits));
  figure.caption = fmt::format(
      "Elementary effects (Morris) from {} walks, {} runs: each number is moved by half of its distribution, from many "
      "places, and the change doubled. In brackets, and as a thin line: where 95 of 100 resamples of the walks lie.",
      screening.trajectories, base::grouped(static_cast<double>(screening.runs), 0));
  if (screening.failed_trajectories > 0) {
    figure.notes.push_back(fmt::format("{} more had a run that could not be computed, and are left out.",
                                       base::counted(screening.failed_trajectories, "walk")));
  }
  figure.table = screening_table(sensitivity);
  return with_bars(std::move(figure), bars, names.size());
}

std::string share_text(const Measured& share, int digits) {
  return fmt::format("{}% ({} to {})", base::grouped(share.value * 100, digits), base::grouped(share.low * 100, digits),
                     base::grouped(share.high * 100, digits));
}

Figure variance_figure(const StudySensitivity& sensitivity) {
  const sensitivity::VarianceAnalysis& analysis = *sensitivity.variance;
  const sensitivity::VarianceShares& shares = analysis.outputs.front();
  const std::string asked = name_of(sensitivity.figures.front());
  std::vector<double> values;
  for (const Measured& share : shares.total) values.push_back(share.value);
  const std::vector<std::string> names = group_names(sensitivity);
  const IntervalBars bars = bars_of(names, shares.total, 100, fmt::format("Share of the variance of the {}, %", asked));
  const std::size_t first = ranked(values).front();

  Figure figure;
  figure.id = "sensitivity-variance";
  figure.basis = "Modelled: " + sensitivity.scenario_name;
  figure.title = fmt::format("Most of the uncertainty comes from {}", names[first]);
  figure.summary = fmt::format(
      "If {} were known, {} of the variance of the {} would go. With what it does together with others, its part "
      "is {}.",
      names[first], share_text(shares.first[first], bars.digits), asked, share_text(shares.total[first], bars.digits));
  if (!(shares.total[first].value > 0.5)) {
    figure.title = fmt::format("No number makes most of the uncertainty; {} makes the largest part", names[first]);
  }
  figure.caption = fmt::format(
      "Shares of variance (Sobol’), each number with what it does together with others, so that they may add up to "
      "more "
      "than 100%; from {} rows of points, {} runs. In brackets, and as a thin line: where 95 of 100 resamples lie. A "
      "share below 0 is an error of the estimate.",
      base::grouped(static_cast<double>(analysis.rows), 0), base::grouped(static_cast<double>(analysis.runs), 0));
  if (analysis.failed_rows > 0) {
    figure.notes.push_back(fmt::format("{} more had a run that could not be computed, and are left out.",
                                       base::counted(analysis.failed_rows, "row")));
  }
  figure.table = variance_table(sensitivity);
  return with_bars(std::move(figure), bars, names.size());
}

/// Whether the first figure varies at all over the points of the analysis.
bool has_shares(const StudySensitivity& sensitivity) {
  return sensitivity.variance && !sensitivity.variance->outputs.empty() &&
         sensitivity.variance->outputs.front().variance > 0;
}

/// What a reader must know of all three.
Markup reservations(const StudySensitivity& sensitivity) {
  std::vector<std::string> sentences;
  std::vector<std::string> unmoved;
  for (const sensitivity::UnmovedInput& one : sensitivity.unmoved) {
    unmoved.push_back(fmt::format("{} ({})", one.name, one.why));
  }
  if (!unmoved.empty()) sentences.push_back("Not moved by one per cent: " + base::joined(unmoved, "; ") + ".");
  if (const bool is_varied = sensitivity.screening || sensitivity.variance; is_varied) {
    if (!sensitivity.held.empty()) {
      sentences.push_back("Set by the scenario or its place, and so not varied over their ranges: " +
                          base::joined(sensitivity.held, "; ") + ".");
    }
    if (std::ranges::any_of(sensitivity.groups, [](const auto& group) { return group.names.size() > 1; })) {
      sentences.push_back(
          "Numbers that are correlated are varied as one: what each of them does by itself cannot be told.");
    }
    if (sensitivity.has_shocks) sentences.push_back("Yearly shocks are left out of these runs.");
  }
  Markup content;
  for (const std::string& sentence : sentences) content += element("p", {{"class", "note"}}, sentence);
  return content;
}

}  // namespace

Markup sensitivity_section(const analysis::Findings& findings) {
  if (!findings.sensitivity || findings.sensitivity->figures.empty()) return {};
  const StudySensitivity& sensitivity = *findings.sensitivity;
  Markup content;
  if (has_shares(sensitivity)) {
    content += figure_markup(variance_figure(sensitivity), Canvas::wide(), findings.sources);
  }
  if (sensitivity.screening && !sensitivity.screening->outputs.empty()) {
    content += figure_markup(screening_figure(sensitivity), Canvas::wide(), findings.sources);
  }
  if (!std::ranges::all_of(sensitivity.moved, changes_nothing)) {
    content += figure_markup(moved_figure(sensitivity), Canvas::wide(), findings.sources);
  }
  if (content.empty()) return {};
  return section("sensitivity", "What the result hangs on", content + reservations(sensitivity));
}

}  // namespace commonweal::report
