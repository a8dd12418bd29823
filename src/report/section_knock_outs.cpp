// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/chances.h"
#include "analysis/vocabulary.h"
#include "base/text.h"
#include "report/fan_chart.h"
#include "report/figure.h"
#include "report/interval_bars.h"
#include "report/knock_out_tables.h"
#include "report/sections.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

using analysis::KnockOut;
using analysis::LoopEffect;
using ensemble::Estimate;

constexpr std::size_t most_by_year = 2;  ///< so many loops have a chart of their years; the table has all

/// What a loop does to a figure: it widens or narrows the gap, it raises or lowers anything else.
struct Verbs {
  std::string up, down;
};

Verbs verbs_for(const std::string& variable) {
  if (variable == analysis::vocabulary::gap_before_action) return {"widens", "narrows"};
  return {"raises", "lowers"};
}

const Estimate& median_of(const LoopEffect& effect) {
  return effect.quantiles[2].back();
}

std::string last_year_of(const LoopEffect& effect) {
  return last_of(effect.first, effect.quantiles.front().size()).text();
}

/// "£85 million", "1.2 percentage points", "3,140 persons": without sign.
std::string amount_text(const Estimate& figure, const LoopEffect& effect) {
  const auto [scale, unit] = unit_of(effect);
  const int digits = std::max(digits_for(figure.error * scale, 1), digits_for(figure.value * scale, 2));
  const std::string amount = base::grouped(std::abs(figure.value) * scale, std::min(digits, 2));
  if (unit == "person") return amount + " people";
  return unit.starts_with("£ ") ? fmt::format("£{} {}", amount, unit.substr(std::string("£ ").size()))
                                : fmt::format("{} {}", amount, unit);
}

/// The loop that raises a figure most, or lowers it most, in the middle of the futures; nothing if none does.
const KnockOut* strongest(const std::vector<KnockOut>& knock_outs, std::size_t at, double sign) {
  const KnockOut* found = nullptr;
  double most = 0;
  for (const KnockOut& one : knock_outs) {
    const double size = sign * median_of(one.effects[at]).value;
    if (size > most) {
      most = size;
      found = &one;
    }
  }
  return found;
}

std::string title_of(const std::vector<KnockOut>& knock_outs, std::size_t at) {
  const std::string& variable = knock_outs.front().effects[at].variable;
  const auto [up, down] = verbs_for(variable);
  const std::string noun = variable == analysis::vocabulary::gap_before_action ? "gap" : variable;
  const KnockOut* most = strongest(knock_outs, at, 1);
  const KnockOut* least = strongest(knock_outs, at, -1);
  if (most && least) return fmt::format("{} {} the {} most, {} {} it most", most->loop, up, noun, least->loop, down);
  if (most) return fmt::format("{} {} the {} most; no loop {} it", most->loop, up, noun, down);
  if (least) return fmt::format("{} {} the {} most; no loop {} it", least->loop, down, noun, up);
  return fmt::format("No loop moves the {}", noun);
}

/// "R6 neglect makes it £85 million higher in the middle of all futures, and higher in all of 500 futures. Without it:
/// ...", of the figure that was just named.
std::string sentence_of(const KnockOut& loop, std::size_t at) {
  const LoopEffect& effect = loop.effects[at];
  const bool is_up = median_of(effect).value > 0;
  const Estimate share = is_up ? effect.raises : effect.lowers;
  const std::string way = is_up ? "higher" : "lower";
  const std::string cut = loop.description.empty() ? "" : " Without it: " + loop.description;
  return fmt::format("{} makes it {} {} in the middle of all futures, and {} {}.{}", loop.loop,
                     amount_text(median_of(effect), effect), way, way, analysis::chance_in_words(share, loop.futures),
                     cut);
}

IntervalBars bars_of(const std::vector<KnockOut>& knock_outs, std::size_t at) {
  const LoopEffect& first = knock_outs.front().effects[at];
  const auto [scale, unit] = unit_of(first);
  const auto [up, down] = verbs_for(first.variable);
  IntervalBars bars;
  bars.unit = fmt::format("Added to the {} in {}, {}", first.variable, last_year_of(first), unit);
  double largest_error = 0;
  for (const std::size_t loop : strongest_first(knock_outs, at)) {
    const LoopEffect& effect = knock_outs[loop].effects[at];
    const double value = median_of(effect).value * scale;
    largest_error = std::max(largest_error, median_of(effect).error * scale);
    bars.rows.push_back({knock_outs[loop].loop, value, effect.quantiles.front().back().value * scale,
                         effect.quantiles.back().back().value * scale, value > 0 ? Fill::part_3 : Fill::part_1});
  }
  bars.digits = digits_for(largest_error, 1);
  bars.key = {{KeyEntry::Shape::area, std::string(fill_class(Fill::part_3)), capitalised(up) + " it"},
              {KeyEntry::Shape::area, std::string(fill_class(Fill::part_1)), capitalised(down) + " it"},
              {KeyEntry::Shape::line, "interval", "8 of 10 futures"}};
  return bars;
}

Figure loops_figure(const std::vector<KnockOut>& knock_outs, std::size_t at) {
  const LoopEffect& first = knock_outs.front().effects[at];
  Figure figure;
  figure.id = "loops-" + slug(first.variable);
  figure.basis = "Modelled: " + knock_outs.front().with;
  figure.title = title_of(knock_outs, at);
  figure.summary = fmt::format("The {} in {}.", first.variable, last_year_of(first));
  for (const double sign : {1.0, -1.0}) {
    if (const KnockOut* loop = strongest(knock_outs, at, sign)) figure.summary += " " + sentence_of(*loop, at);
  }
  figure.caption =
      "Bars: the middle of all futures, with every loop less without this one. In brackets, and as a thin line: 8 of "
      "10 "
      "futures.";
  figure.notes = {analysis::uncertainty_caveat};
  figure.table = loops_table(knock_outs, at);
  figure.draw = [bars = bars_of(knock_outs, at)](const Canvas& canvas, const std::string& style_class,
                                                 const std::string& title_id, const std::string& summary_id) {
    return draw(bars, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

std::vector<double> scaled(const std::vector<Estimate>& statistics, double scale) {
  std::vector<double> values;
  for (const Estimate& one : statistics) values.push_back(one.value * scale);
  return values;
}

FanChart fan_of(const LoopEffect& effect) {
  const auto [scale, unit] = unit_of(effect);
  return {effect.first,
          unit,
          scaled(effect.quantiles[0], scale),
          scaled(effect.quantiles[1], scale),
          scaled(effect.quantiles[2], scale),
          scaled(effect.quantiles[3], scale),
          scaled(effect.quantiles[4], scale),
          {},
          {},
          {}};
}

/// How the strongest loops came to what they add, on one scale.
Markup by_year(const std::vector<KnockOut>& knock_outs, std::size_t at, const analysis::Findings& findings) {
  std::vector<std::size_t> shown = strongest_first(knock_outs, at);
  if (shown.size() > most_by_year) shown.erase(shown.begin() + most_by_year, shown.end());
  std::vector<Extent> extents;
  for (const std::size_t loop : shown) extents.push_back(extent_of(fan_of(knock_outs[loop].effects[at])));
  const Extent shared = shared_extent(extents);
  Markup figures;
  for (const std::size_t loop : shown) {
    const LoopEffect& effect = knock_outs[loop].effects[at];
    Figure figure;
    figure.id = "loop-by-year-" + slug(knock_outs[loop].loop);
    figure.basis = "Modelled: " + knock_outs[loop].with;
    figure.title = fmt::format("What {} adds to the {}, year by year", knock_outs[loop].loop, effect.variable);
    figure.summary = sentence_of(knock_outs[loop], at);
    figure.caption = fmt::format("{} on; {}.", effect.first.text(),
                                 "all figures of all loops are in results.xlsx, on the sheet Loops by year");
    figure.table = loop_years_table(knock_outs[loop], at);
    figure.draw = [chart = fan_of(effect), shared](const Canvas& canvas, const std::string& style_class,
                                                   const std::string& title_id, const std::string& summary_id) {
      FanChart drawn = chart;
      drawn.at_least = shared;
      return draw(drawn, canvas, style_class, title_id, summary_id);
    };
    figures += figure_markup(figure, Canvas::small(), findings.sources);
  }
  return element("div", {{"class", "side-by-side"}}, figures) + (shared.is_empty() ? scales_differ() : Markup());
}

}  // namespace

Markup knock_outs_section(const analysis::Findings& findings) {
  const std::vector<KnockOut>& knock_outs = findings.uncertainty.knock_outs;
  if (knock_outs.empty() || knock_outs.front().effects.empty()) return {};
  Markup content = paragraph(fmt::format(
      "In a loop a change comes back to what began it, and grows or fades. Each loop was cut in turn and the same {} "
      "futures were worked out again: what is missed then is what the loop adds. What several loops add must not be "
      "summed, for each is cut while all the others act.",
      base::grouped(knock_outs.front().futures, 0)));
  for (std::size_t at = 0; at < knock_outs.front().effects.size(); ++at) {
    content += figure_markup(loops_figure(knock_outs, at), Canvas::wide(), findings.sources);
    if (at == 0) content += by_year(knock_outs, at, findings);
  }
  return section("loops", "What each loop adds", content);
}

}  // namespace commonweal::report
