// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "report/discovery_tables.h"
#include "report/sections.h"
#include "study/discovery.h"

namespace commonweal::report {

Markup discovery_section(const analysis::Findings& findings) {
  if (!findings.discovery) return {};
  const discovery::StudyDiscovery& discovery = *findings.discovery;
  Markup content;
  for (const std::string& sentence : discovery_sentences(discovery)) content += paragraph(Markup(sentence));
  const std::string against = discovery.against_name.empty()
                                  ? ""
                                  : fmt::format(", each beside the same future of “{}”", discovery.against_name);
  content += element(
      "p", {{"class", "note"}},
      fmt::format("Futures of “{}”{}. A future counts if {}. Conditions are found by peeling (PRIM): a number that "
                  "nobody varied, or that the model leaves out, cannot be among them.{}",
                  discovery.scenario_name, against, study::condition(discovery.wish),
                  discovery.failed > 0 ? fmt::format(" {} could not be computed and are left out.",
                                                     base::counted(discovery.failed, "future"))
                                       : ""));
  for (const Table& table : {conditions_table(discovery), break_evens_table(discovery)}) {
    if (!table.rows.empty()) content += table_markup(table, findings.sources);
  }
  return section("conditions", "What would have to be true", content);
}

}  // namespace commonweal::report
