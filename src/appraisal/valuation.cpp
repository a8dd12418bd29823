// SPDX-License-Identifier: Apache-2.0
#include "appraisal/valuation.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "base/toml_table.h"
#include "evidence/grade.h"

namespace commonweal::appraisal {

namespace {

bool is_whole_count(double number, double least, double most) {
  return number >= least && number <= most && number == static_cast<double>(static_cast<long>(number));
}

/// A part of a whole; 0 and a fault for anything else.
double part(base::TomlTable& table, std::string_view key, base::Diagnostics& diagnostics) {
  const auto found = table.number(key);
  if (!found || (found->number >= 0 && found->number <= 1)) return found ? found->number : 0;
  diagnostics.error("bad-correction", found->position,
                    fmt::format("'{}' is {}, which is no part of a whole", key, base::shortest(found->number)),
                    "write 0.4 for 40%");
  return 0;
}

/// The steps of [[key]], the first from year 0, years rising.
DiscountRate read_rate(base::TomlTable& file, std::string_view key, base::Diagnostics& diagnostics) {
  DiscountRate rate;
  for (const base::TomlValue* value : file.tables(key)) {
    base::TomlTable table(*value, fmt::format("[[{}]]", key), diagnostics);
    const auto from = table.number("from_year"), yearly = table.number("rate");
    table.finish();
    if (!from || !yearly) continue;
    const double least = rate.steps.empty() ? 0 : static_cast<double>(rate.steps.back().from_year + 1);
    const double most = rate.steps.empty() ? 0 : 1000;
    if (!is_whole_count(from->number, least, most)) {
      diagnostics.error("bad-rate", from->position,
                        fmt::format("a rate from year {} cannot stand here", base::shortest(from->number)),
                        "the first is from year 0, each further one from a later whole year");
    } else if (!(yearly->number >= 0 && yearly->number < 1)) {
      diagnostics.error("bad-rate", yearly->position,
                        fmt::format("a rate of {} is none to discount by", base::shortest(yearly->number)),
                        "write 0.035 for 3.5% a year");
    } else {
      rate.steps.push_back({static_cast<std::size_t>(from->number), yearly->number});
    }
  }
  if (rate.steps.empty() && !diagnostics.has_errors()) {
    diagnostics.error("no-rate", file.position(), fmt::format("there is no [[{}]]", key),
                      "give one at least, from year 0");
  }
  return rate;
}

/// A row of [[optimism]], added unless its grade is none or there already.
void read_correction(const base::TomlValue& value, std::vector<OptimismCorrection>& rows,
                     base::Diagnostics& diagnostics) {
  base::TomlTable table(value, "[[optimism]]", diagnostics);
  const base::PlacedText grade = table.text("grade");
  const OptimismCorrection row{grade.text, part(table, "costs", diagnostics), part(table, "benefits", diagnostics)};
  table.finish();
  if (grade.text.empty()) return;  // which has been said
  if (evidence::find_grade(grade.text) == nullptr) {
    std::vector<std::string> known;
    for (const evidence::Grade& each : evidence::grades()) known.emplace_back(each.word);
    diagnostics.error("unknown-grade", grade.position, fmt::format("'{}' is no grade of evidence", grade.text),
                      base::suggestion(grade.text, known, "they are: " + base::joined(known, ", ")));
  } else if (std::ranges::find(rows, grade.text, &OptimismCorrection::grade) != rows.end()) {
    diagnostics.error("duplicate-grade", grade.position, fmt::format("there are two corrections for '{}'", grade.text));
  } else {
    rows.push_back(row);
  }
}

}  // namespace

Valuation read_valuation(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  Valuation valuation;
  const base::SharedSource source = base::read_text(path, diagnostics);
  if (source == nullptr) return valuation;
  const base::TomlValue value = base::parse_toml(*source, diagnostics);
  if (diagnostics.has_errors()) return valuation;

  base::TomlTable file(value, "the valuation", diagnostics);
  valuation.title = file.text("title").text;
  valuation.published = file.text("published").text;
  valuation.source = file.text("source").text;
  valuation.note = file.optional_text("note").text;
  const auto quality_year = file.number("quality_year"), medium_term = file.number("medium_term");
  valuation.not_public = file.texts("not_public");
  if (quality_year) valuation.quality_year = quality_year->number;
  if (medium_term && !is_whole_count(medium_term->number, 1, 30)) {
    diagnostics.error("bad-number", medium_term->position,
                      fmt::format("a plan of {} years is none", base::shortest(medium_term->number)),
                      "councils plan for 3 to 5 years; at most 30 can be given");
  } else if (medium_term) {
    valuation.medium_term = static_cast<std::size_t>(medium_term->number);
  }
  valuation.money = read_rate(file, "money_rate", diagnostics);
  valuation.health = read_rate(file, "health_rate", diagnostics);
  for (const base::TomlValue* row : file.tables("optimism")) read_correction(*row, valuation.optimism, diagnostics);
  if (valuation.optimism.empty() && !diagnostics.has_errors()) {
    diagnostics.error("no-rate", file.position(), "there is no [[optimism]]",
                      "give a row for each grade of evidence, the weakest last");
  }
  valuation.delivery = read_delivery(file, diagnostics);
  file.finish();
  return valuation;
}

}  // namespace commonweal::appraisal
