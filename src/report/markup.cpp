// SPDX-License-Identifier: Apache-2.0
#include "report/markup.h"

#include <cmath>

#include <fmt/format.h>

namespace commonweal::report {
namespace {

/// Appends `plain` with the five characters that mean something in markup written as references. Control
/// characters, which XML forbids, are left out.
void append_escaped(std::string& text, std::string_view plain) {
  for (const char letter : plain) {
    switch (letter) {
      case '&': text += "&amp;"; break;
      case '<': text += "&lt;"; break;
      case '>': text += "&gt;"; break;
      case '"': text += "&quot;"; break;
      case '\'': text += "&#39;"; break;
      default: {
        const auto code = static_cast<unsigned char>(letter);
        const bool is_space = letter == '\n' || letter == '\t' || letter == '\r';
        if ((code >= 0x20 && code != 0x7f) || is_space) text += letter;
      }
    }
  }
}

std::string opening(std::string_view name, Attributes attributes) {
  std::string text = fmt::format("<{}", name);
  for (const Attribute& attribute : attributes) {
    text += fmt::format(" {}=\"", attribute.name);
    append_escaped(text, attribute.value);
    text += '"';
  }
  return text;
}

}  // namespace

Markup::Markup(std::string_view plain) {
  append_escaped(text_, plain);
}

Markup Markup::verbatim(std::string_view text) {
  Markup markup;
  markup.text_ = text;
  return markup;
}

Markup& Markup::operator+=(const Markup& more) {
  text_ += more.text_;
  return *this;
}

Attribute::Attribute(std::string_view attribute_name, double number) : name(attribute_name) {
  const double rounded = std::round(number * 100) / 100;
  value = fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

Markup element(std::string_view name, Attributes attributes, const Markup& content) {
  return Markup::verbatim(fmt::format("{}>{}</{}>", opening(name, attributes), content.text(), name));
}

Markup element(std::string_view name, const Markup& content) {
  return element(name, {}, content);
}

Markup empty_element(std::string_view name, Attributes attributes) {
  return Markup::verbatim(opening(name, attributes) + "/>");
}

}  // namespace commonweal::report
