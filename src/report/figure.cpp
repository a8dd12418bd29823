// SPDX-License-Identifier: Apache-2.0
#include "report/figure.h"

namespace commonweal::report {

Markup figure_markup(const Figure& figure, const Canvas& wide, const std::vector<analysis::SourceNote>& sources) {
  const std::string title_id = figure.id + "-title", summary_id = figure.id + "-summary";
  Markup content = element("p", {{"class", "basis"}}, figure.basis);
  content += element("h3", {{"id", title_id}}, figure.title);
  content += element("p", {{"id", summary_id}, {"class", "summary"}}, figure.summary);
  content +=
      figure.draw(wide, "wide", title_id, summary_id) + figure.draw(Canvas::narrow(), "narrow", title_id, summary_id);

  Markup caption = element(
      "p", Markup(figure.caption) + (figure.cites.empty() ? Markup() : Markup(" Sources ") + citations(figure.cites)));
  for (const std::string& note : figure.notes) caption += element("p", {{"class", "note"}}, note);
  if (!figure.assumed.empty()) caption += element("p", {{"class", "assumed"}}, figure.assumed);
  content += element("figcaption", caption);

  content += element("p", {{"class", "in-print"}}, "The figures of this chart are in the workbook.");
  content += element("details", element("summary", "The figures of this chart") + table_markup(figure.table, sources));
  return element("figure", {{"id", figure.id}}, content) + "\n";
}

}  // namespace commonweal::report
