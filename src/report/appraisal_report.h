// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "appraisal/appraise.h"
#include "appraisal/valuation.h"
#include "appraisal/why.h"
#include "base/diagnostics.h"
#include "base/new_folder.h"
#include "report/manifest.h"
#include "study/study.h"

namespace commonweal::report {

/// Writes appraisal.html, appraisal.json, appraisal.xlsx, a CSV file for each table, and manifest.json into `folder`.
/// `whys` are of the appraisal's scenarios, in their order. Fault: "unwritable-file".
void write(const appraisal::Appraisal& appraisal, const std::vector<appraisal::Why>& whys,
           const appraisal::Valuation& valuation, const study::Study& study, const Manifest& manifest,
           base::NewFolder& folder, base::Diagnostics& diagnostics);

}  // namespace commonweal::report
