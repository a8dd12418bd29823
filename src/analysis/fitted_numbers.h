// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "evidence/register.h"
#include "study/targets.h"

namespace commonweal::analysis {

/// The grade of a register row whose value was chosen so that the model agrees with a published figure.
inline constexpr const char* fitted_grade = "fitted";

/// Every number chosen to agree with a published one, in sentences: first the register's fitted rows, each with the
/// fitted targets whose id its note names, then the fitted targets that no row names.
std::vector<std::string> fitted_numbers(const std::vector<study::Target>& targets, const evidence::Register& evidence);

}  // namespace commonweal::analysis
