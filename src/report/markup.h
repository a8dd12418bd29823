// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

/// Findings into files: pictures, page, workbook, tables. The same numbers and the same pictures in each.
namespace commonweal::report {

/// Text that may stand in HTML or SVG as it is. A plain string becomes Markup only by being escaped, so that no
/// name, note or address from a data file can break the page. The result is well-formed XML too.
class Markup {
 public:
  Markup() = default;
  Markup(std::string_view plain);  // NOLINT: strings turn into markup silently and safely
  Markup(const std::string& plain) : Markup(std::string_view(plain)) {}
  Markup(const char* plain) : Markup(std::string_view(plain)) {}

  /// For the style sheet and the document type alone: text of ours that must not be escaped.
  static Markup verbatim(std::string_view text);

  Markup& operator+=(const Markup& more);
  friend Markup operator+(Markup left, const Markup& right) { return left += right; }

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// One attribute of an element. Its value is escaped when it is written.
struct Attribute {
  Attribute(std::string_view attribute_name, std::string_view plain) : name(attribute_name), value(plain) {}
  Attribute(std::string_view attribute_name, const std::string& plain) : name(attribute_name), value(plain) {}
  Attribute(std::string_view attribute_name, const char* plain) : name(attribute_name), value(plain) {}
  Attribute(std::string_view attribute_name, double number);  ///< two decimals at most: enough for a drawing

  std::string name;
  std::string value;
};
using Attributes = std::initializer_list<Attribute>;

/// `<name attributes>content</name>`
Markup element(std::string_view name, Attributes attributes, const Markup& content);

/// `<name>content</name>`
Markup element(std::string_view name, const Markup& content);

/// `<name attributes/>`: for SVG shapes and for HTML elements that hold nothing.
Markup empty_element(std::string_view name, Attributes attributes);

}  // namespace commonweal::report
