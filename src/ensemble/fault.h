// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "engine/engine.h"
#include "program/program.h"

namespace commonweal::ensemble {

/// Why a run could not go on: "'share' divides by zero in 2014-15 (time 2014)". Times are years in a run of a study.
std::string fault_in_words(const engine::Fault& fault, const program::Program& program, bool of_a_study);

/// Says why a run could not go on: which variable, where the model defines it, when, and in which scenario (empty: a
/// run without one, whose time is then shown as the model counts it).
void report_fault(const engine::Fault& fault, const program::Program& program, std::string_view scenario,
                  base::Diagnostics& diagnostics);

}  // namespace commonweal::ensemble
