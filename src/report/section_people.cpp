// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"
#include "report/figure.h"
#include "report/lines.h"
#include "report/sections.h"
#include "report/tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

/// Change from the first to the last figure, as a share; NaN where either is not known.
double growth(const std::vector<double>& values) {
  if (values.empty() || !(values.front() > 0)) return std::nan("");
  return values.back() / values.front() - 1;
}

std::string change_text(double share) {
  if (!std::isfinite(share)) return "not known";
  return share < 0 ? fmt::format("{} fewer", percent_text(-share)) : fmt::format("{} more", percent_text(share));
}

/// "85 plus" for a model's "age 85 plus".
std::string age_group(const analysis::YearlySeries& age) {
  return age.name.starts_with("age ") ? age.name.substr(4) : age.name;
}

const analysis::YearlySeries& fastest(const std::vector<analysis::YearlySeries>& ages) {
  const analysis::YearlySeries* result = &ages.front();
  for (const analysis::YearlySeries& age : ages) {
    if (growth(age.values) > growth(result->values) || !std::isfinite(growth(result->values))) result = &age;
  }
  return *result;
}

/// Each age as 100 in the first year: the ages differ too much in number to share a scale of persons.
LineChart index_chart(const analysis::Demography& demography) {
  LineChart chart;
  chart.first = demography.first;
  chart.unit = fmt::format("Persons, {} = 100", demography.first.text());
  for (const analysis::YearlySeries& age : demography.ages) {
    LineChart::Line line{capitalised(age_group(age)), {}};
    for (const double value : age.values) line.values.push_back(value / age.values.front() * 100);
    chart.lines.push_back(std::move(line));
  }
  return chart;
}

Figure people_figure(const analysis::Demography& demography) {
  const std::string last = last_of(demography.first, demography.ages.front().values.size()).text();
  const analysis::YearlySeries& most = fastest(demography.ages);
  Figure figure;
  figure.id = "people-" + slug(demography.place);
  figure.basis = "Put into the model, not modelled";
  figure.title = growth(most.values) > 0 ? fmt::format("People aged {} grow fastest in number", age_group(most))
                                         : std::string("No age grows in number");
  std::vector<std::string> parts;
  for (const analysis::YearlySeries& age : demography.ages) {
    parts.push_back(fmt::format("{}, {}", age_group(age), change_text(growth(age.values))));
  }
  figure.summary = fmt::format("{}, {} to {}, by age: {}.", demography.place, demography.first.text(), last,
                               base::joined(parts, "; "));
  if (!demography.share_65_and_over.empty()) {
    figure.summary += fmt::format(" The share aged 65 and over goes from {} to {}.",
                                  percent_text(demography.share_65_and_over.front()),
                                  percent_text(demography.share_65_and_over.back()));
  }
  figure.caption =
      fmt::format("People by age, mid-year, each age set to 100 in {}. {}.", demography.first.text(), demography.place);
  if (!demography.basis.empty()) figure.notes.push_back(demography.basis);
  figure.cites = demography.cites;
  figure.table = demography_table(demography);
  figure.draw = [demography](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                             const std::string& summary_id) {
    return draw(index_chart(demography), canvas, style_class, title_id, summary_id);
  };
  return figure;
}

}  // namespace

Markup people_section(const analysis::Findings& findings) {
  Markup content;
  for (const analysis::Demography& demography : findings.demography) {
    if (!findings.headline.place.empty() && demography.place != findings.headline.place) continue;
    if (demography.ages.empty() || demography.ages.front().values.empty()) continue;
    content += figure_markup(people_figure(demography), Canvas::wide(), findings.sources);
  }
  return content.empty() ? Markup() : section("people", "The people", content);
}

}  // namespace commonweal::report
