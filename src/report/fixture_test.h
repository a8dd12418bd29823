// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "analysis/findings.h"
#include "ensemble/ensemble.h"
#include "report/manifest.h"
#include "report/results_csv.h"

/// Made-up results of about the right size, so that the report can be tested and looked at without any run.
namespace commonweal::report::fixture {

/// A London borough in three scenarios, and a nation in one.
analysis::Findings findings();

/// The least there can be: one scenario of one year, nothing published, nothing assumed.
analysis::Findings smallest();

Manifest manifest();

/// Two variables in two scenarios over three years.
ensemble::Ensemble ensemble();
std::array<ScenarioName, 2> scenario_names();

}  // namespace commonweal::report::fixture
