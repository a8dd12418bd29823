// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "engine/flat_traits.h"
#include "study/design.h"

/// What neighbouring runs of a design differ in.
namespace commonweal::ensemble {

/// The constants and series that are not the same, bit for bit, in all of `runs`; sorted, each once. `runs` has one at
/// least.
engine::Varying differences(std::span<const study::Run> runs);

}  // namespace commonweal::ensemble
