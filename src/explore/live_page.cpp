// SPDX-License-Identifier: Apache-2.0
#include "explore/live_page.h"

#include <cctype>
#include <map>

#include <nlohmann/json.hpp>

#include "explore/packed.h"
#include "explore/views.h"
#include "report/markup.h"
#include "report/palette.h"
#include "report/style.h"

namespace commonweal::explore {

namespace {

using Json = nlohmann::ordered_json;

/// JSON that can stand in an element of HTML: no text of a file can end the element.
std::string embedded(const Json& json) {
  std::string text;
  for (const char letter : json.dump(-1, ' ', false, Json::error_handler_t::replace)) {
    if (letter == '<') {
      text += "\\u003c";
    } else {
      text += letter;
    }
  }
  return text;
}

/// A drawing as an image: its style must not reach the page's own.
report::Markup picture(std::string_view drawing) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view kept = "-_.!~*'()/:;,= ";
  std::string address = "data:image/svg+xml,";
  for (const unsigned char letter : drawing) {
    if (std::isalnum(letter) != 0 || kept.find(static_cast<char>(letter)) != std::string_view::npos) {
      address += static_cast<char>(letter);
    } else {
      address += {'%', digits[letter / 16], digits[letter % 16]};
    }
  }
  return report::empty_element("img", {{"src", address},
                                       {"alt",
                                        "The sectors of the model, which takes from which, and each feedback "
                                        "loop with the sectors that it runs through"}});
}

std::string given(const Sources& sources, std::string_view version) {
  Json files = Json::array();
  for (const Source& source : sources.files) files.push_back({{"path", source.path}, {"text", source.text}});
  return embedded({{"study", sources.study},
                   {"values", sources.values},
                   {"version", version},
                   {"sources", packed(files.dump(-1, ' ', false, Json::error_handler_t::replace))}});
}

/// The text with each {{name}} replaced; nothing if some name is not there. What is put in is not looked at again, as a
/// file may hold anything.
std::optional<std::string> filled(std::string_view shell, const std::map<std::string_view, std::string>& parts) {
  std::string text;
  std::size_t found = 0, at = 0;
  std::map<std::string_view, int> times;
  while ((found = shell.find("{{", at)) != std::string_view::npos) {
    const std::size_t end = shell.find("}}", found);
    if (end == std::string_view::npos) break;
    const auto part = parts.find(shell.substr(found + 2, end - found - 2));
    if (part == parts.end()) {  // braces of a script
      text += shell.substr(at, found + 2 - at);
      at = found + 2;
      continue;
    }
    text += shell.substr(at, found - at);
    text += part->second;
    ++times[part->first];
    at = end + 2;
  }
  text += shell.substr(at);
  return times.size() == parts.size() ? std::optional(text) : std::nullopt;
}

}  // namespace

std::optional<std::string> live_page(std::string_view shell, const road::Journey& way, const Sources& sources,
                                     std::string_view map, std::string_view version) {
  std::string sections;
  report::Markup contents;
  for (const Json& section : sections_json(way)) {
    sections += section["html"].get<std::string>();
    contents += report::element("li", report::element("a", {{"href", "#" + section["id"].get<std::string>()}},
                                                      section["tab"].get<std::string>()));
  }
  return filled(shell, {{"title", report::Markup(way.findings.title).text()},
                        {"question", report::Markup(way.findings.question).text()},
                        {"version", report::Markup(version).text()},
                        {"report style", report::palette_style() + std::string(report::chart_style()) +
                                             std::string(report::page_style())},
                        {"patterns", report::pattern_definitions().text()},
                        {"contents", contents.text()},
                        {"map", picture(map).text()},
                        {"sections", std::move(sections)},
                        {"given", given(sources, version)}});
}

}  // namespace commonweal::explore
