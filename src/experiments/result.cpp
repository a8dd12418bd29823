// SPDX-License-Identifier: Apache-2.0
#include "experiments/result.h"

#include <chrono>

#include <fmt/format.h>

#include "base/files.h"
#include "base/sha256.h"
#include "base/text.h"

namespace commonweal::experiments {
namespace {

bool is_day(std::string_view text) {
  const auto parts = base::split(text, '-');
  if (text.size() != 10 || parts.size() != 3 || parts[0].size() != 4 || parts[1].size() != 2) return false;
  const auto year = base::parse_number(parts[0]), month = base::parse_number(parts[1]),
             day = base::parse_number(parts[2]);
  if (!year || !month || !day || *year < 0 || *month < 0 || *day < 0) return false;
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)),
                                     std::chrono::month(static_cast<unsigned>(*month)),
                                     std::chrono::day(static_cast<unsigned>(*day)))
      .ok();
}

std::string read_day(base::TomlTable& table, std::string_view key, base::Diagnostics& diagnostics) {
  const base::PlacedText day = table.text(key);
  if (!day.text.empty() && !is_day(day.text)) {
    diagnostics.error("bad-day", day.position, fmt::format("'{}' is no day", day.text),
                      "write year, month and day: 2014-04-01");
  }
  return day.text;
}

double read_positive(const base::PlacedNumber& read, std::string_view key, base::Diagnostics& diagnostics) {
  if (read.number <= 0) {
    diagnostics.error("not-positive", read.position, fmt::format("'{}' cannot be {}", key, base::shortest(read.number)),
                      "above 0");
  }
  return read.number;
}

/// How exact the effect is: a standard error, or a range.
void read_exactness(base::TomlTable& table, Result& result, base::Diagnostics& diagnostics) {
  const auto error = table.optional_number("standard_error"), low = table.optional_number("low"),
             high = table.optional_number("high");
  const bool is_range = low && high && !error, is_error = error && !low && !high;
  if (!is_range && !is_error) {
    diagnostics.error("error-or-range", table.position(), "how exact is the effect?",
                      "give its standard_error, or low and high: the ends of its range of 95 of 100");
    return;
  }
  if (is_error) {
    result.standard_error = read_positive(*error, "standard_error", diagnostics);
    return;
  }
  result.low = low->number, result.high = high->number;
  if (!(low->number < result.effect.number && result.effect.number < high->number)) {
    diagnostics.error("bad-range", low->position,
                      fmt::format("{} does not lie between {} and {}", base::shortest(result.effect.number),
                                  base::shortest(low->number), base::shortest(high->number)));
  }
}

}  // namespace

std::optional<Result> read_result(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  const base::SharedSource source = base::read_text(path, diagnostics);
  if (source == nullptr) return std::nullopt;
  const base::TomlValue file = base::parse_toml(*source, diagnostics);
  if (diagnostics.error_count() > errors_before) return std::nullopt;

  base::TomlTable table(file, "the result", diagnostics);
  Result result;
  result.position = base::Position::file(path.string());
  result.hash = base::sha256(source->text());
  result.policy = table.text("policy");
  result.rules = table.text("rules");
  if (const auto effect = table.number("effect")) result.effect = *effect;
  read_exactness(table, result, diagnostics);
  if (const auto people = table.number("people")) result.people = read_positive(*people, "people", diagnostics);
  result.first = read_day(table, "first", diagnostics);
  result.last = read_day(table, "last", diagnostics);
  if (is_day(result.first) && is_day(result.last) && result.last < result.first) {
    diagnostics.error("ends-before-it-begins", result.position,
                      fmt::format("the trial ends on {} and begins on {}", result.last, result.first));
  }
  result.source = table.text("source").text;
  result.url = table.optional_text("url").text;
  result.assured_by = table.text("assured_by").text;
  table.finish();
  return diagnostics.error_count() == errors_before ? std::optional(result) : std::nullopt;
}

}  // namespace commonweal::experiments
