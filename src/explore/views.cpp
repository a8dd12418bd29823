// SPDX-License-Identifier: Apache-2.0
#include "explore/views.h"

#include <map>
#include <string>
#include <string_view>

#include "explore/asked_figures.h"
#include "explore/view_short.h"
#include "report/page.h"
#include "report/sections.h"
#include "report/whole_years.h"

namespace commonweal::explore {

namespace {

/// What a part is called where there is little room, as among its neighbours in the page's navigation.
std::string tab_of(const report::Part& part) {
  static const std::map<std::string_view, std::string_view> tabs = {{"graph", "Care and the money"},
                                                                    {"gap", "The gap"},
                                                                    {"asked", "People and trust"},
                                                                    {"difference", "What changes"},
                                                                    {"readings", "Readings"},
                                                                    {"loops", "What loops add"},
                                                                    {"sensitivity", "What it hangs on"},
                                                                    {"conditions", "Conditions"},
                                                                    {"gains", "Who gains"},
                                                                    {"drivers", "What drives it"},
                                                                    {"loop-scores", "Which loops act"},
                                                                    {"people", "Population"},
                                                                    {"nation", "The nation"},
                                                                    {"elsewhere", "Other places"},
                                                                    {"policies", "Policies"},
                                                                    {"check", "Published or modelled"},
                                                                    {"assumptions", "Assumptions"},
                                                                    {"words", "Words"}};
  const auto tab = tabs.find(part.id);
  return tab == tabs.end() ? part.name : std::string(tab->second);
}

/// What the study asks for besides money; empty where it asks for nothing.
report::Part asked_part(const road::Journey& way) {
  report::Markup figures;
  for (const report::Figure& figure : asked_figures(way)) {
    figures += report::figure_markup(figure, report::Canvas::wide(), way.findings.sources);
  }
  const char* const id = "asked";
  const char* const name = "People, trust and capacity: what else the study asks";
  return {id, name, figures.empty() ? report::Markup() : report::section(id, name, figures)};
}

/// The report's words for one who has no folder of results beside it.
std::string without_files(std::string html) {
  constexpr std::string_view file = "results.xlsx", words = "the workbook of commonweal understand";
  for (std::size_t at = html.find(file); at != std::string::npos; at = html.find(file, at + words.size())) {
    html.replace(at, file.size(), words);
  }
  return html;
}

}  // namespace

nlohmann::ordered_json section_json(const report::Part& part) {
  return {{"id", part.id},
          {"title", part.name},
          {"tab", tab_of(part)},
          {"html", without_files(report::with_years_whole(part.content.text()))}};
}

nlohmann::ordered_json sections_json(const road::Journey& way, std::string_view only) {
  nlohmann::ordered_json sections = nlohmann::ordered_json::array();
  const auto add = [&](const report::Part& part) {
    if (!part.content.empty()) sections.push_back(section_json(part));
  };
  if (only.empty() || only == "short") add(short_part(way));
  if (only == "asked") add(asked_part(way));
  for (const report::Part& part : report::parts(way.findings, {}, only)) {
    // How to make it again is said by who holds the conversation: it depends on where the text is kept.
    if (part.id != "repeat") add(part);
    if (part.id == "gap" && only.empty()) add(asked_part(way));
  }
  return sections;
}

}  // namespace commonweal::explore
