// SPDX-License-Identifier: Apache-2.0
#include "report/appraisal_report.h"

#include <fmt/format.h>

#include "appraisal/summary.h"
#include "report/appraisal_page.h"
#include "report/appraisal_tables.h"
#include "report/rejected_options.h"
#include "report/savings_tracker.h"
#include "report/why_figure.h"
#include "report/wording.h"
#include "report/workbook.h"

namespace commonweal::report {

void write(const appraisal::Appraisal& appraisal, const std::vector<appraisal::Why>& whys,
           const appraisal::Valuation& valuation, const study::Study& study, const Manifest& manifest,
           base::NewFolder& folder, base::Diagnostics& diagnostics) {
  folder.write("appraisal.html", appraisal_page(appraisal, whys, valuation, study, manifest), diagnostics);
  folder.write("appraisal.json", appraisal::json(appraisal, valuation, study), diagnostics);
  folder.write("manifest.json", manifest_json(manifest, study.id), diagnostics);

  // The same tables for spreadsheets: files named for scenario and table, and a workbook of them all.
  Cover cover{study.title, study.scope.question, {}};
  std::vector<Table> all;
  for (std::size_t i = 0; i < appraisal.scenarios.size(); ++i) {
    const appraisal::ScenarioAppraisal& scenario = appraisal.scenarios[i];
    const std::string id = slug(study.scenarios[scenario.scenario].id);
    std::vector<Table> tables = appraisal_tables(appraisal, scenario, valuation, study);
    tables.push_back(why_table(whys[i], study));
    for (Table& table : tables) {
      folder.write(fmt::format("{}-{}.csv", id, slug(table.name)), table_csv(table), diagnostics);
      all.push_back(std::move(table));
    }
    cover.lines.push_back(study.scenarios[scenario.scenario].name + ": " + appraisal_answer(appraisal, scenario));
  }
  // What belongs to no scenario.
  std::vector<Table> common;
  if (!study.rejected.empty()) common.push_back(rejected_table(appraisal, study));
  if (!valuation.delivery.priors.empty()) common.push_back(delivery_table(valuation.delivery));
  for (Table& table : common) {
    folder.write(slug(table.name) + ".csv", table_csv(table), diagnostics);
    all.push_back(std::move(table));
  }
  cover.lines.push_back("To make this again: " + manifest.command);
  if (diagnostics.has_errors()) return;
  const auto fault = write_workbook(folder.path() / "appraisal.xlsx", cover, all);
  if (!fault) return;
  diagnostics.error("unwritable-file", base::Position::file("appraisal.xlsx"),
                    fmt::format("'appraisal.xlsx' cannot be written: {}", *fault));
}

}  // namespace commonweal::report
