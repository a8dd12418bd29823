// SPDX-License-Identifier: Apache-2.0
#include "syntax/entries.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "syntax/characters.h"

namespace commonweal::syntax {
namespace {

using base::Span;

constexpr std::string_view entry_form = "an entry is written: name = expression ~ units ~ documentation |";

Span span_between(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
}

bool begins_with_keyword(std::string_view text, std::string_view keyword) {
  return base::lower(text.substr(0, keyword.size())) == keyword;
}

/// Where a line of `text` begins that can only be another entry: not indented, and a banner of stars or something
/// with an equals sign. `no_end` if there is none.
std::size_t start_of_forgotten_entry(std::string_view text) {
  for (std::size_t line_break = text.find('\n'); line_break != std::string_view::npos;
       line_break = text.find('\n', line_break + 1)) {
    const std::string_view rest = text.substr(line_break + 1);
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (line.empty() || is_blank(line[0])) continue;
    const bool names_something = starts_name(line[0]) || line[0] == '"';
    if (line.starts_with("***") || (names_something && line.find('=') != std::string_view::npos)) {
      return line_break + 1;
    }
  }
  return no_end;
}

class EntryCutter {
 public:
  EntryCutter(const base::SourceText& source, base::Diagnostics& diagnostics)
      : source_(source), text_(equations_part(source.text())), diagnostics_(diagnostics) {}

  std::vector<Entry> cut() {
    if (text_.starts_with("\xEF\xBB\xBF")) offset_ = 3;
    while (skip_to_entry()) {
      if (at_keyword(":macro:")) {
        skip_macro();
      } else {
        cut_entry();
      }
    }
    return std::move(entries_);
  }

 private:
  bool at_keyword(std::string_view keyword) const { return begins_with_keyword(text_.substr(offset_), keyword); }

  /// Moves to the first character of the next entry; false at the end.
  bool skip_to_entry() {
    const std::size_t next = end_of_blanks_and_comments(text_, offset_);
    if (next == no_end) {
      report_unclosed_comment(text_.find('{', offset_));
      return false;
    }
    offset_ = next;
    return offset_ < text_.size();
  }

  void skip_macro() {
    const std::size_t name = end_of_blanks(text_, offset_ + std::string_view(":macro:").size());
    const std::size_t name_end = end_of_name(text_, name);
    const std::string quoted = "'" + folded(text_.substr(name, name_end - name)) + "'";
    diagnostics_.error("unsupported-macro", source_.at(span_between(name, name_end)),
                       "macro " + quoted + " cannot be read yet", "write its equations out where it is used");
    constexpr std::string_view end_keyword = ":end of macro:";
    for (offset_ = name_end; offset_ < text_.size(); ++offset_) {
      if (text_[offset_] != ':' || !at_keyword(end_keyword)) continue;
      offset_ += end_keyword.size();
      return;
    }
    diagnostics_.error("unclosed-macro", source_.at(span_between(name, name_end)), "macro " + quoted + " has no end",
                       "a macro ends with :END OF MACRO:");
  }

  void cut_entry() {
    fields_.clear();
    start_ = offset_;
    const bool is_banner = text_[offset_] == '*';
    bool ended = is_banner ? end_plain_field() : end_equation_field();
    while (!ended && offset_ < text_.size()) ended = end_plain_field();
    if (lost_) return;
    if (!ended) {
      const Span end = source_span(text_.size(), text_.size());
      diagnostics_.error("missing-bar", source_.at(end), "the last entry is not ended by '|'", std::string(entry_form));
    }
    if (is_banner) {
      read_banner();
    } else {
      add_entry();
    }
  }

  /// Takes the field at `offset_` up to '~' or '|' and moves behind that; true if '|' ended the entry.
  bool end_plain_field() {
    const std::size_t end = std::min(text_.find_first_of("~|", offset_), text_.size());
    return end_field(end);
  }

  /// The same for the first field, in which names, texts and comments may hold '~' and '|'.
  bool end_equation_field() {
    std::size_t end = offset_;
    while (end < text_.size() && text_[end] != '~' && text_[end] != '|') {
      if (text_[end] == '{') {
        const std::size_t behind = end_of_comment(text_, end);
        if (behind == no_end) {
          report_unclosed_comment(end);
          end = text_.size();
        } else {
          end = behind;
        }
      } else if (text_[end] == '"' || text_[end] == '\'') {
        end = end_of_quoted_or_one(end);
      } else {
        end = starts_name(text_[end]) ? end_of_name(text_, end) : end + 1;
      }
    }
    return end_field(end);
  }

  /// Behind the quoted name or text at `offset`; where it has no end, which the lexer reports, its quotes up to the end
  /// of the line are plain characters.
  std::size_t end_of_quoted_or_one(std::size_t offset) {
    if (offset < unquoted_until_) return offset + 1;
    const std::size_t end = end_of_quoted(text_, offset);
    if (end != no_end) return end;
    unquoted_until_ = std::min(text_.find('\n', offset), text_.size());
    return offset + 1;
  }

  bool end_field(std::size_t end) {
    const bool ended = end < text_.size() && text_[end] == '|';
    fields_.push_back(source_span(offset_, end));
    if (!ended && fields_.size() == 3 && end < text_.size() && cut_forgotten_entry(end)) return true;
    offset_ = std::min(end + 1, text_.size());
    return ended;
  }

  /// A third '~' that begins no fourth field belongs to another entry: somebody forgot a '|'. Ends the documentation
  /// where that entry begins.
  bool cut_forgotten_entry(std::size_t third_tilde) {
    const std::size_t next = end_of_blanks(text_, third_tilde + 1);
    if (begins_with_keyword(text_.substr(next), ":sup")) return false;
    const std::size_t start = start_of_forgotten_entry(text_.substr(offset_, third_tilde - offset_));
    if (start == no_end) return false;

    fields_.back() = source_span(offset_, offset_ + start);
    const std::size_t end = fields_.back().offset + fields_.back().length;
    offset_ += start;
    diagnostics_.error("missing-bar", source_.at(source_span(end, end)), "'|' is missing before the next entry",
                       std::string(entry_form));
    return true;
  }

  /// A banner holds a group's name in its middle line: "****\n\t.Name\n****~ documentation |".
  void read_banner() {
    const std::string banner = folded(source_.text(fields_.front()));
    const std::size_t begin = banner.find_first_not_of("*. ");
    group_ = begin == std::string::npos ? "" : banner.substr(begin, banner.find_last_not_of("* ") + 1 - begin);
    group_documentation_ = fields_.size() > 1 ? fields_[1] : Span{};
  }

  void add_entry() {
    Entry entry;
    entry.group = group_;
    entry.group_documentation = group_documentation_;
    entry.equation = fields_.front();
    entry.whole = source_span(start_, fields_.back().offset + fields_.back().length);
    if (fields_.size() > 1) entry.units = fields_[1];
    if (fields_.size() > 2) entry.documentation = fields_[2];
    if (fields_.size() > 3) {
      entry.supplementary = begins_with_keyword(source_.text(fields_[3]), ":sup");
      if (!entry.supplementary || fields_.size() > 4) report_extra_field(entry.supplementary ? 4 : 3);
    }
    if (fields_.size() < 3) report_missing_tilde();
    entries_.push_back(std::move(entry));
  }

  void report_unclosed_comment(std::size_t start) {
    lost_ = true;
    diagnostics_.error("unclosed-comment", source_.at(span_between(start, start + 1)),
                       "the comment that begins here has no end", "comments are written { ... }");
  }

  void report_missing_tilde() {
    const std::size_t end = fields_.back().offset + fields_.back().length;
    const std::string missing =
        fields_.size() == 1 ? "units and documentation are missing" : "documentation is missing";
    diagnostics_.error("missing-tilde", source_.at(source_span(end, end)), missing + " before the entry's end",
                       std::string(entry_form) + "; both may be empty, as in 'a = 1 ~ ~ |'");
  }

  void report_extra_field(std::size_t field) {
    diagnostics_.error("extra-field", source_.at(fields_[field]), "an entry has no such field",
                       std::string(entry_form));
  }

  /// The span from `begin` to `end` without the blanks at its ends; where nothing is left, it is empty and stands
  /// behind the last thing before it.
  Span source_span(std::size_t begin, std::size_t end) const {
    const std::size_t first = std::min(end_of_blanks(text_.substr(0, end), begin), end);
    if (first < end) return span_between(first, start_of_last_blanks(first, end));
    const std::size_t behind = start_of_last_blanks(0, begin);
    return span_between(behind, behind);
  }

  /// Where the blanks and continued lines begin that end at `end`, not before `first`.
  std::size_t start_of_last_blanks(std::size_t first, std::size_t end) const {
    const std::string_view part = text_.substr(0, end);
    std::size_t start = end;
    while (start > first && (is_blank(part[start - 1]) || continues_line(part, start - 1))) --start;
    return start;
  }

  const base::SourceText& source_;
  std::string_view text_;
  base::Diagnostics& diagnostics_;
  std::size_t offset_ = 0;
  std::size_t start_ = 0;  ///< of the entry being cut
  std::size_t unquoted_until_ = 0;
  bool lost_ = false;         ///< all the rest is a comment
  std::vector<Span> fields_;  ///< of the entry being cut
  std::string group_;
  Span group_documentation_;
  std::vector<Entry> entries_;
};

}  // namespace

std::string_view equations_part(std::string_view text) {
  // Hand-made files write two backslashes where the original program writes three.
  constexpr std::string_view marker = "\\\\---///";
  for (std::size_t found = text.find(marker); found != std::string_view::npos; found = text.find(marker, found + 1)) {
    const std::size_t start = found > 0 && text[found - 1] == '\\' ? found - 1 : found;
    if (start == 0 || text[start - 1] == '\n') return text.substr(0, start);
  }
  return text;
}

std::vector<Entry> cut_entries(const base::SourceText& source, base::Diagnostics& diagnostics) {
  return EntryCutter(source, diagnostics).cut();
}

}  // namespace commonweal::syntax
