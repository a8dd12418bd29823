// SPDX-License-Identifier: Apache-2.0
#include "report/report.h"

#include <fmt/format.h>

#include "report/page.h"
#include "report/picture.h"
#include "report/workbook.h"

namespace commonweal::report {

bool write(const analysis::Findings& findings, const ensemble::Ensemble& ensemble, const ensemble::Draws& draws,
           std::span<const ScenarioName> scenarios, const Manifest& manifest, base::NewFolder& folder,
           base::Diagnostics& diagnostics) {
  if (folder.path().empty()) return false;  // its beginning failed, which was reported then
  bool done = folder.write("report.html", page(findings, manifest), diagnostics);
  done = folder.write("results.csv", results_csv(ensemble, draws, scenarios), diagnostics) && done;
  done = folder.write("manifest.json", manifest_json(manifest, findings.study_id), diagnostics) && done;
  if (!findings.graphs.empty()) done = folder.write("graph-of-doom.svg", picture(findings), diagnostics) && done;
  const std::optional<std::string> fault = write_workbook(folder.path() / "results.xlsx", findings, manifest);
  if (fault) {
    diagnostics.error("unwritable-file", base::Position::file("results.xlsx"),
                      fmt::format("'results.xlsx' cannot be written: {}", *fault));
  }
  return done && !fault;
}

}  // namespace commonweal::report
