// SPDX-License-Identifier: Apache-2.0
#include "explore/edit_study.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/toml.h"
#include "explore/toml_text.h"
#include "study/element_name.h"

namespace commonweal::explore {

namespace {

/// Lines of a text, each with its end.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// The lines, from 0, with which tables begin. A line within a text of several lines is none, whatever it looks like:
/// the parser tells where tables stand.
void add_headers(const base::TomlValue& value, const std::vector<std::string>& lines,
                 std::vector<std::size_t>& headers) {
  if (value.kind == base::TomlValue::Kind::table && value.position.line > 0) {
    const std::size_t line = value.position.line - 1;
    if (line < lines.size() && base::trimmed(lines[line]).starts_with('[')) headers.push_back(line);
  }
  for (const base::TomlValue& each : value.list) add_headers(each, lines, headers);
  for (const base::TomlValue::Member& member : value.members) add_headers(member.value, lines, headers);
}

std::vector<std::size_t> headers_of(const base::SourceText& text, const std::vector<std::string>& lines) {
  base::Diagnostics none;  // the text has been read
  std::vector<std::size_t> headers;
  add_headers(base::parse_toml(text, none), lines, headers);
  std::ranges::sort(headers);
  headers.push_back(lines.size());
  return headers;
}

/// What stands between the brackets of a header, without blanks: "[[scenario]]" gives "scenario".
std::string name_of_header(std::string_view line) {
  std::string name;
  for (const char each : line.substr(0, line.find(']'))) {
    if (each != '[' && each != ' ' && each != '\t') name += each;
  }
  return name;
}

bool is_blank_or_comment(std::string_view line) {
  const std::string_view words = base::trimmed(line);
  return words.empty() || words.starts_with('#');
}

/// Replaces the table, with its own tables, within which `line` (from 0) stands. Comments and blanks below it belong to
/// what follows.
void replace_table(std::vector<std::string>& lines, const std::vector<std::size_t>& headers, std::size_t line,
                   const std::string& replacement) {
  auto header = std::prev(std::ranges::upper_bound(headers, line));
  const std::size_t begin = *header;
  const std::string within = name_of_header(lines[begin]) + ".";
  do ++header;
  while (*header < lines.size() && name_of_header(lines[*header]).starts_with(within));
  std::size_t end = *header;
  while (end > begin + 1 && is_blank_or_comment(lines[end - 1])) --end;
  for (std::size_t each = begin; each < end; ++each) lines[each].clear();
  lines[begin] = replacement;
}

std::string toml(const ChosenRange& range, const study::ElementName& name) {
  std::string text = fmt::format("[[uncertainty.input]]\nvariable = {}\n", toml_text(name.variable));
  if (!name.element.empty()) text += fmt::format("element = {}\n", toml_text(name.element));
  return text + fmt::format("distribution = \"triangular\"\nlow = {}\ncentral = {}\nhigh = {}\n",
                            base::shortest(*range.low), base::shortest(*range.central), base::shortest(*range.high));
}

}  // namespace

std::string edited(const base::SourceText& text, const study::Study& study, const Changed& changed) {
  std::vector<std::string> lines = lines_of(text.text());
  const std::vector<std::size_t> headers = headers_of(text, lines);
  std::string added;
  const auto put = [&](std::optional<std::uint32_t> line, const std::string& part) {
    if (line) return replace_table(lines, headers, *line - 1, part);
    if (!part.empty()) added += "\n" + part;
  };
  for (const ChosenRange& range : changed.ranges) {
    const auto name = study::parse_element_name(range.constant).value_or(study::ElementName{range.constant, ""});
    std::optional<std::uint32_t> line;
    if (study.uncertainty) {
      const auto known = std::ranges::find_if(study.uncertainty->own_inputs, [&](const study::OwnInput& input) {
        return study::canonical_text({input.variable, input.element}) == study::canonical_text(name);
      });
      if (known != study.uncertainty->own_inputs.end()) line = known->position.line;
    }
    put(line, range.low ? toml(range, name) : "");
  }
  const auto own = std::ranges::find(study.scenarios, own_id, &study::Scenario::id);
  put(own == study.scenarios.end() ? std::nullopt : std::optional(own->position.line), toml(changed.own));

  std::string result;
  for (const std::string& line : lines) result += line;
  if (!added.empty() && !result.ends_with('\n')) result += '\n';
  return result + added;
}

}  // namespace commonweal::explore
