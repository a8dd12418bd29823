// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/financial_year.h"
#include "report/markup.h"
#include "report/scale.h"

namespace commonweal::report {

/// The sheet a chart is drawn on. Every chart is drawn twice, wide for a desk or paper and narrow for a telephone;
/// the style sheet shows the one that fits, so that its words are never too small to read.
struct Canvas {
  double width, height;
  double letter;  ///< size of the words
  bool direct;    ///< names stand beside what they name; otherwise in a key below

  static Canvas wide() { return {920, 470, 14.5, true}; }
  static Canvas narrow() { return {360, 330, 13.5, false}; }
  static Canvas small() { return {450, 330, 14, true}; }  ///< one of several side by side
};

/// A moment that the chart points out: a vertical rule over one year, with words above.
struct Mark {
  std::size_t year;  ///< counted from the chart's first
  double figure;     ///< where the rule ends, in a dot
  std::string words;
};

/// The part of a canvas where yearly figures are drawn, with its axes.
struct Plot {
  double left, top, width, height;
  base::FinancialYear first;
  std::size_t years;
  Scale value;  ///< figures to heights; high figures have small y
  std::vector<double> ticks;

  double band() const { return width / static_cast<double>(years == 0 ? 1 : years); }
  double centre(std::size_t year) const { return left + (static_cast<double>(year) + 0.5) * band(); }
  double right() const { return left + width; }
  double bottom() const { return top + height; }
};

/// A plot that leaves room on the canvas for axes, for `marks` above, and `right` for names beside it.
Plot make_plot(const Canvas& canvas, base::FinancialYear first, std::size_t years, Extent extent, std::size_t marks,
               double right);

/// Tick lines, tick figures, years and the unit.
Markup draw_axes(const Plot& plot, const Canvas& canvas, const std::string& unit);

/// The rules of marks, from the top of the canvas down to their figures; and what stands over everything else: a dot at
/// each figure, and the words, each on a line of its own.
struct DrawnMarks {
  Markup rules, words;
};
DrawnMarks draw_marks(const Plot& plot, const Canvas& canvas, std::vector<Mark> marks);

/// A swatch and a name: one line of a key.
struct KeyEntry {
  enum class Shape { area, line };
  Shape shape;
  std::string style_class;
  std::string name;
};

/// Height of the key that `draw_key` will draw, and the key itself from `top` down, one entry a line.
double key_height(const Canvas& canvas, const std::vector<KeyEntry>& entries);
Markup draw_key(const Canvas& canvas, double top, const std::vector<KeyEntry>& entries);

/// A name at the right of a plot, beside the figure it belongs to.
struct SideName {
  double x, y;               ///< where the figure is
  std::string style_class;   ///< of the words
  std::string leader_class;  ///< of the line that joins words and figure
  std::string name;
};

/// Names pushed apart so that none covers another, each joined to its figure by a thin leader unless they stand close.
Markup draw_side_names(const Plot& plot, const Canvas& canvas, const std::vector<SideName>& names);

/// Room that `names` need at the right of a plot.
double side_room(const Canvas& canvas, const std::vector<std::string>& names);

/// The whole drawing: `<svg role="img">` named by the elements with ids `title_id` and `summary_id`.
Markup drawing(const Canvas& canvas, double height, const std::string& style_class, const std::string& title_id,
               const std::string& summary_id, const Markup& content);

}  // namespace commonweal::report
