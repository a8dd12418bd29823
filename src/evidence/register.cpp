// SPDX-License-Identifier: Apache-2.0
#include "evidence/register.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/csv_row.h"
#include "base/files.h"
#include "base/names.h"
#include "base/sha256.h"
#include "base/text.h"
#include "evidence/grade.h"
#include "random/distribution.h"

namespace commonweal::evidence {
namespace {

using base::CsvRow;

const std::vector<std::string> columns = {"id",   "variable", "element", "central", "low", "high", "distribution",
                                          "unit", "grade",    "status",  "source",  "url", "note"};

constexpr std::array<std::pair<std::string_view, Status>, 2> statuses = {
    {{"sourced", Status::sourced}, {"assumption", Status::assumption}}};

Entry entry_of(const CsvRow& row) {
  Entry entry;
  entry.id = row.text("id");
  entry.variable = row.text("variable");
  entry.element = row.optional_text("element");
  entry.central = row.number("central");
  if (!base::parse_number(row.optional_text("central"))) entry.central = std::numeric_limits<double>::quiet_NaN();
  entry.low = row.optional_number("low");
  entry.high = row.optional_number("high");
  entry.distribution = row.optional_text("distribution");
  entry.unit = row.text("unit");
  entry.grade = row.text("grade");
  entry.status = row.choice("status", statuses);
  entry.source = row.optional_text("source");
  entry.url = row.optional_text("url");
  entry.note = row.optional_text("note");
  entry.position = row.position();
  entry.variable_position = row.position("variable");
  entry.central_position = row.position("central");
  entry.low_position = row.position("low");
  entry.high_position = row.position("high");
  entry.unit_position = row.position("unit");
  return entry;
}

void check_range(const Entry& entry, const CsvRow& row, base::Diagnostics& diagnostics) {
  if (std::isnan(entry.central)) return;  // reported when it was read
  if (entry.low.has_value() != entry.high.has_value()) {
    // An unreadable bound was reported as such.
    const bool one_is_blank = row.optional_text("low").empty() || row.optional_text("high").empty();
    if (!one_is_blank) return;
    diagnostics.error("half-range", row.position(entry.low ? "low" : "high"),
                      fmt::format("'{}' has only one end of a range", entry.id),
                      "give both 'low' and 'high', or neither");
  } else if (entry.low && (entry.central < *entry.low || entry.central > *entry.high)) {
    diagnostics.error(
        "range-excludes-centre", row.position("central"),
        fmt::format("the range of '{}', {} to {}, does not hold its central value {}", entry.id,
                    base::shortest(*entry.low), base::shortest(*entry.high), base::shortest(entry.central)));
  }
}

/// A row that names a distribution can be drawn from. One that names none is left as it is in every draw.
void check_distribution(const Entry& entry, const CsvRow& row, base::Diagnostics& diagnostics) {
  const bool range_is_sound = entry.low.has_value() == entry.high.has_value() &&
                              (!entry.low || (*entry.low <= entry.central && entry.central <= *entry.high));
  if (entry.distribution.empty() || std::isnan(entry.central) || !range_is_sound) return;  // the last two were reported
  random::make_distribution(entry.distribution, {entry.low, entry.central, entry.high}, row.position("distribution"),
                            diagnostics);
}

void check_grade(const Entry& entry, const CsvRow& row, base::Diagnostics& diagnostics) {
  if (entry.grade.empty() || find_grade(entry.grade) != nullptr) return;
  std::vector<std::string> known;
  for (const Grade& grade : grades()) known.emplace_back(grade.word);
  diagnostics.error("unknown-grade", row.position("grade"), fmt::format("'{}' is no grade of evidence", entry.grade),
                    base::suggestion(entry.grade, known, "they are: " + base::joined(known, ", ")));
}

void check_origin(const Entry& entry, const CsvRow& row, base::Diagnostics& diagnostics) {
  if (row.optional_text("status") != name(entry.status)) return;  // it could not be read, which was reported
  if (entry.status == Status::sourced && entry.source.empty()) {
    diagnostics.error("missing-source", row.position("status"),
                      fmt::format("'{}' is said to be sourced but names no source", entry.id),
                      "name the source, or call it an assumption and give the reason in 'note'");
  }
  if (entry.status == Status::assumption && entry.note.empty()) {
    diagnostics.error("missing-reason", row.position("status"),
                      fmt::format("'{}' is assumed, but nothing says why", entry.id), "give the reason in 'note'");
  }
}

/// Finds ids and constants that have two rows.
class Duplicates {
 public:
  void check(const Entry& entry, base::Diagnostics& diagnostics) {
    const auto report = [&](std::string_view name, const std::string& what, std::uint32_t first_line) {
      diagnostics.error(name, entry.position, fmt::format("{} has two rows", what),
                        fmt::format("the first stands in line {}", first_line));
    };
    const std::uint32_t line = entry.position.line;
    if (const auto [first, is_new] = ids_.try_emplace(entry.id, line); !is_new) {
      report("duplicate-id", fmt::format("the id '{}'", entry.id), first->second);
    }
    const auto constant = std::make_pair(base::canonical(entry.variable), base::canonical(entry.element));
    if (const auto [first, is_new] = constants_.try_emplace(constant, line); !is_new) {
      const std::string element = entry.element.empty() ? "" : fmt::format("[{}]", entry.element);
      report("duplicate-constant", fmt::format("'{}{}'", entry.variable, element), first->second);
    }
  }

 private:
  std::map<std::string, std::uint32_t> ids_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> constants_;
};

std::string range_of(const Entry& entry) {
  if (!entry.low || !entry.high) return "";
  return fmt::format(" [{}, {}]", base::shortest(*entry.low), base::shortest(*entry.high));
}

}  // namespace

std::string_view name(Status status) {
  return base::word_of(status, statuses);
}

const Entry* Register::find(const std::string& variable, const std::string& element) const {
  const Entry* whole = nullptr;
  for (const Entry& entry : entries) {
    if (!base::is_same_name(entry.variable, variable)) continue;
    if (base::is_same_name(entry.element, element)) return &entry;
    if (entry.element.empty()) whole = &entry;
  }
  return whole;
}

Register read(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  Register result;
  const base::SharedSource text = base::read_text(path, diagnostics);
  if (text == nullptr) return result;
  result.hash = base::sha256(text->text());

  const base::CsvTable table = base::parse_csv(text, columns, diagnostics);
  Duplicates duplicates;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const CsvRow row(table, i, diagnostics);
    Entry entry = entry_of(row);
    check_range(entry, row, diagnostics);
    check_distribution(entry, row, diagnostics);
    check_grade(entry, row, diagnostics);
    check_origin(entry, row, diagnostics);
    duplicates.check(entry, diagnostics);
    result.entries.push_back(std::move(entry));
  }
  return result;
}

std::string dump(const Register& evidence) {
  std::string text = fmt::format("register, {} rows\nhash {}\n", evidence.entries.size(), evidence.hash);
  for (const Entry& entry : evidence.entries) {
    const std::string element = entry.element.empty() ? "" : fmt::format("[{}]", entry.element);
    text += fmt::format("  {}: {}{} = {}{} {} ({}, {})", entry.id, entry.variable, element,
                        base::shortest(entry.central), range_of(entry), entry.unit, name(entry.status), entry.grade);
    if (!entry.distribution.empty()) text += " " + entry.distribution;
    if (!entry.source.empty()) text += fmt::format(" source: {}", entry.source);
    if (!entry.url.empty()) text += fmt::format(" <{}>", entry.url);
    if (!entry.note.empty()) text += fmt::format(" # {}", entry.note);
    text += "\n";
  }
  return text;
}

}  // namespace commonweal::evidence
