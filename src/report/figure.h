// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "report/plot.h"
#include "report/table.h"

namespace commonweal::report {

/// A chart with everything that must stand around it: the message as its title, a sentence, what is measured where
/// and when, sources, and the figures themselves.
struct Figure {
  using Draw = std::function<Markup(const Canvas&, const std::string& style_class, const std::string& title_id,
                                    const std::string& summary_id)>;
  std::string id;
  std::string basis;    ///< "Modelled", "Published": where the figures come from, in a word or two
  std::string title;    ///< the message, ten words or so
  std::string summary;  ///< the same in a sentence or two, with figures
  std::string caption;  ///< measure, place, period
  std::vector<int> cites;
  std::vector<std::string> notes;  ///< what a reader must bear in mind beside this chart
  Markup assumed;                  ///< what was assumed, with a link; empty: nothing
  Draw draw;
  Table table;
};

/// The figure as HTML. `wide` is the canvas for a desk; the narrow one is drawn beside it.
Markup figure_markup(const Figure& figure, const Canvas& wide, const std::vector<analysis::SourceNote>& sources);

}  // namespace commonweal::report
