// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "evidence/register.h"
#include "model/model.h"
#include "program/program.h"

namespace commonweal::study {

/// Holds the model's constants against the register, which is the truth for them. Faults: a row whose variable or
/// element the model lacks; one whose value or unit is not the model's ('register-differs', 'register-unit-differs');
/// a time constant whose range goes below what the time step can follow ('short-time-constant'); a constant of the
/// model that has no row ('constant-without-row'). What sets a run's time needs none.
void check_register(const evidence::Register& evidence, const model::Model& model, const program::Program& program,
                    base::Diagnostics& diagnostics);

}  // namespace commonweal::study
