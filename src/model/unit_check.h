// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "model/model.h"

namespace commonweal::model {

/// Checks that every variable has a unit and every equation balances. Nothing is ignored; only two things have no
/// unit of their own: the number 0, which is nothing of anything, and the points of a table, which have the unit of
/// the variable that carries them. A number that is a whole constant or a whole initial value is in its variable's
/// unit; every other is dimensionless. Faults: 'missing-unit', 'bad-unit', 'unit-clash' with both sides' units.
void check_units(const Model& model, base::Diagnostics& diagnostics);

}  // namespace commonweal::model
