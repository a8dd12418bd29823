// SPDX-License-Identifier: Apache-2.0
#include "explore/view_gains.h"

#include <optional>

#include <fmt/format.h>

#include "appraisal/appraise.h"
#include "explore/own_scenario.h"
#include "report/agencies_figure.h"
#include "report/sections.h"

namespace commonweal::explore {

namespace {

/// Whether any scenario chooses something that the headline does not.
bool is_anything_chosen(const road::Journey& way, const appraisal::Valuation& valuation) {
  base::Diagnostics said_by_appraise;
  for (std::size_t i = 0; i < way.study.scenarios.size(); ++i) {
    const study::ScenarioId id = way.study.scenarios.id_at(i);
    if (!appraisal::is_comparable(way.study, id)) continue;
    if (!appraisal::options_of(way.study, id, way.program, way.evidence, valuation.optimism, said_by_appraise).empty())
      return true;
  }
  return said_by_appraise.has_errors();
}

std::optional<appraisal::Appraisal> appraised(const road::Journey& way, const appraisal::Valuation& valuation,
                                              base::Diagnostics& diagnostics) {
  const study::DrawDesign draws = way.draw_design ? *way.draw_design : appraisal::one_future();
  const appraisal::AppraisalTask task{.study = &way.study,
                                      .design = &way.design,
                                      .draws = &draws,
                                      .program = &way.program,
                                      .evidence = &way.evidence,
                                      .valuation = &valuation,
                                      .only_packages = true};
  return appraisal::appraise(task, {.threads = 1}, diagnostics);
}

}  // namespace

report::Part gains_part(const road::Journey& way, const appraisal::Valuation& valuation,
                        base::Diagnostics& diagnostics) {
  const char* const id = "gains";
  const char* const name = "Who pays and who gains";
  report::Markup content;
  if (!is_anything_chosen(way, valuation)) {
    content = report::paragraph(
        "Nothing has been chosen yet. Move something: then what each agency pays and gains by it stands here.");
    return {id, name, report::section(id, name, content)};
  }
  const std::optional<appraisal::Appraisal> result = appraised(way, valuation, diagnostics);
  if (!result) return {id, name, {}};
  content = report::paragraph(fmt::format(
      "Whoever pays for prevention is often not who saves by it. Each chart holds what one scenario chooses against "
      "the first one, on the same futures. Later years count for less, at the rates of {}.",
      valuation.title));
  const auto add = [&](const appraisal::ScenarioAppraisal& scenario) {
    if (scenario.package.futures == 0) return;
    content += report::figure_markup(report::agencies_figure(*result, scenario, way.study), report::Canvas::wide(), {});
  };
  const auto is_own = [&](const appraisal::ScenarioAppraisal& scenario) {
    return way.study.scenarios[scenario.scenario].id == own_id;
  };
  for (const auto& scenario : result->scenarios)
    if (is_own(scenario)) add(scenario);
  for (const auto& scenario : result->scenarios)
    if (!is_own(scenario)) add(scenario);
  return {id, name, report::section(id, name, content)};
}

}  // namespace commonweal::explore
