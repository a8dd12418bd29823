// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "discovery/box.h"

namespace commonweal::discovery {

/// The patient rule induction method (Friedman and Fisher 1999, Statistics and Computing 9): begin with all futures; of
/// every input and side, consider leaving out the outermost twentieth of what is left; take the one that leaves most
/// wanted among the rest, for what it costs; and so on until a twentieth of all is left. Then let each side out again
/// for as long as the share of the wanted rises. Small steps let it find what a hasty rule would cut away.
///
/// Gives the boxes on the way, the whole sample first, the narrowest and its wider pasted form last. Only `inputs` are
/// restricted.
std::vector<Box> peel(const Sample& sample, const std::vector<std::size_t>& inputs);

/// Of boxes on the way the one to use: of those that cover three quarters of the wanted (or, if none does, all) and
/// come within 0.03 of the best density of those, one that limits the fewest inputs, and of these the densest.
const Box& chosen(const std::vector<Box>& boxes, const Sample& sample);

}  // namespace commonweal::discovery
