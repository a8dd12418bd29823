// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "appraisal/appraise.h"
#include "appraisal/valuation.h"
#include "base/diagnostics.h"
#include "base/new_folder.h"
#include "report/manifest.h"
#include "study/study.h"

namespace commonweal::report {

/// Writes appraisal.html, appraisal.json, appraisal.xlsx, a CSV file for each table, and manifest.json into `folder`.
/// Fault: "unwritable-file".
void write(const appraisal::Appraisal& appraisal, const appraisal::Valuation& valuation, const study::Study& study,
           const Manifest& manifest, base::NewFolder& folder, base::Diagnostics& diagnostics);

}  // namespace commonweal::report
