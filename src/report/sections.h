// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/findings.h"
#include "report/manifest.h"
#include "report/markup.h"

/// The page, part by part, in the order in which it is read. A part with nothing to show is empty.
namespace commonweal::report {

Markup answer_section(const analysis::Findings& findings);
Markup graph_section(const analysis::Findings& findings);
Markup gap_section(const analysis::Findings& findings);
/// What each other scenario changes in the gap; empty where there is one scenario.
Markup difference_section(const analysis::Findings& findings);
/// What a choice that the model has to make puts into the answer; empty where the study asks for no readings.
Markup readings_section(const analysis::Findings& findings);
/// Which uncertain numbers the result hangs on.
Markup sensitivity_section(const analysis::Findings& findings);
/// What each loop adds, where the study cuts them in turn; empty elsewhere.
Markup knock_outs_section(const analysis::Findings& findings);
/// Bands, chances and paired differences; empty where nothing was drawn.
Markup uncertainty_section(const analysis::Findings& findings);
/// Under which conditions what the study asks about comes about; empty where nothing was asked.
Markup discovery_section(const analysis::Findings& findings);
/// Which feedback loops drive the change; empty where the study does not ask.
Markup loops_section(const analysis::Findings& findings);
Markup drivers_section(const analysis::Findings& findings);
Markup people_section(const analysis::Findings& findings);
Markup nation_section(const analysis::Findings& findings);
Markup elsewhere_section(const analysis::Findings& findings);
/// The policies that scenarios do, with their grades and sources; empty where they do none.
Markup policies_section(const analysis::Findings& findings);
Markup check_section(const analysis::Findings& findings);
Markup assumptions_section(const analysis::Findings& findings);
Markup limits_section(const analysis::Findings& findings);
/// What the report's own words mean.
Markup glossary_section();
Markup sources_section(const analysis::Findings& findings);
Markup repeat_section(const analysis::Findings& findings, const Manifest& manifest);

/// `<section>` with its heading, named by it.
Markup section(const std::string& id, const std::string& heading, const Markup& content);

/// What stands under charts side by side that share no scale.
Markup scales_differ();

/// A name and what is said of it, in a list of terms.
Markup definition(const std::string& name, const Markup& value);

/// A paragraph.
Markup paragraph(const Markup& content);

/// "Assumed, without a published source: population, price of care and 3 more. See what was assumed." with a link;
/// empty where nothing was assumed. Names what was assumed for the study's own place or for all.
Markup assumption_mark(const analysis::Findings& findings);

}  // namespace commonweal::report
