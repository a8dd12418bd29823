// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "program/program.h"
#include "review/review.h"

namespace commonweal::review {

/// The model of public services as a forecaster, in two modes that are never to be compared: told nothing after the
/// origin, when money follows the national drift of all spending; and told the total that was spent. Each with all
/// loops acting, and with none: what feedback adds. Cuts are shared by protection in law (rule 1), reserves and council
/// tax close no gap, since the money is given; people are held as they were, for returns do not count them. The spread
/// is that of the rivals.
///
/// Nothing of what a council spent after the origin is used but, where told, the total. Faults: a model that lacks what
/// it needs ("missing-model-variable"), and runs that cannot be computed.
std::vector<Entrant> model_entrants(const History& history, base::FinancialYear from, const program::Program& program,
                                    base::Diagnostics& diagnostics);

}  // namespace commonweal::review
