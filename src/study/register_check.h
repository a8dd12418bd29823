// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "evidence/register.h"
#include "program/program.h"

namespace commonweal::study {

/// Holds the model's constants against the register, which is the truth for them. Faults: a row whose variable or
/// element the model lacks, or whose central value is not the model's ('register-differs').
void check_register(const evidence::Register& evidence, const program::Program& program,
                    base::Diagnostics& diagnostics);

}  // namespace commonweal::study
