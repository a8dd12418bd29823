// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <optional>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "appraisal/appraise.h"
#include "appraisal/summary.h"
#include "appraisal/valuation.h"
#include "appraisal/why.h"
#include "audit/appraisal_book.h"
#include "audit/write_book.h"
#include "base/new_folder.h"
#include "doors/cli/commands.h"
#include "doors/cli/interrupt.h"
#include "doors/cli/progress.h"
#include "doors/cli/talk.h"
#include "report/appraisal_report.h"
#include "road/origin.h"
#include "road/road.h"

namespace commonweal::doors {

namespace {

/// Writes the report, its tables as CSV and as a workbook, and how to make them again.
void write(const road::Journey& way, const PlanArguments& arguments, const appraisal::Appraisal& result,
           const std::vector<appraisal::Why>& whys, const appraisal::Valuation& valuation,
           base::Diagnostics& diagnostics) {
  report::Manifest manifest = road::manifest_of(way, arguments.command_line);
  manifest.parts.push_back(road::part_of("valuation", arguments.values));
  base::NewFolder folder(arguments.output, diagnostics);
  if (!diagnostics.has_errors()) {
    report::write(result, whys, valuation, way.study, manifest, folder, diagnostics);
    audit::write(audit::appraisal_book(result, whys, valuation, way.study), folder, diagnostics);
  }
  if (!diagnostics.has_errors()) folder.commit(diagnostics);
}

}  // namespace

int plan(const PlanArguments& arguments) {
  base::Diagnostics diagnostics;
  if (!arguments.appraise) {
    diagnostics.error("nothing-to-plan", base::Position::file("plan"), "nothing was asked for", "say --appraise");
    return refuse(diagnostics);
  }
  const road::Journey way = road::travel(arguments.study, diagnostics, arguments.overrides);
  const appraisal::Valuation valuation = appraisal::read_valuation(arguments.values, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  const Interrupt interrupt;
  std::optional<appraisal::Appraisal> result;
  std::optional<std::vector<appraisal::Why>> whys;  // only a report has room for them
  {
    ProgressMeter meter(arguments.progress);
    const ensemble::DrawWork work{
        .threads = arguments.threads > 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency()),
        .goes_on = [&](const ensemble::Progress& progress) {
          meter.show(progress);
          return !Interrupt::is_wished();
        }};
    const appraisal::AppraisalTask task{.study = &way.study,
                                        .design = &way.design,
                                        .draws = way.draw_design ? &*way.draw_design : nullptr,
                                        .program = &way.program,
                                        .evidence = &way.evidence,
                                        .valuation = &valuation};
    result = appraisal::appraise(task, work, diagnostics);
    if (result && !arguments.output.empty()) whys = appraisal::explain(task, *result, work);
  }
  if (diagnostics.has_errors()) return refuse(diagnostics);
  if (!result || (!arguments.output.empty() && !whys)) {
    say("interrupted; nothing was written");
    return interrupted;
  }
  if (!arguments.output.empty()) write(way, arguments, *result, *whys, valuation, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  if (!arguments.output.empty()) {
    say(fmt::format("{}the report is {}", diagnostics.render(), (arguments.output / "appraisal.html").string()));
  } else if (!diagnostics.all().empty()) {
    say(diagnostics.render());
  }
  return give(arguments.json ? appraisal::json(*result, valuation, way.study) : appraisal::text(*result, way.study))
             ? done
             : users_fault;
}

}  // namespace commonweal::doors
