// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "analysis/findings.h"
#include "base/diagnostics.h"
#include "base/new_folder.h"
#include "ensemble/ensemble.h"
#include "report/headline_output.h"
#include "report/manifest.h"
#include "report/results_csv.h"

namespace commonweal::report {

/// Writes report.html, graph-of-doom.svg (where there is such a graph), results.csv, results.xlsx and manifest.json
/// into `folder`, which the caller commits. `scenarios` are the study's, in its order. False and a diagnostic
/// ("unwritable-file") if a file cannot be written.
bool write(const analysis::Findings& findings, const ensemble::Ensemble& ensemble, const ensemble::Draws& draws,
           std::span<const ScenarioName> scenarios, const Manifest& manifest, base::NewFolder& folder,
           base::Diagnostics& diagnostics);

}  // namespace commonweal::report
