// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evidence/register.h"
#include "experiments/scale.h"
#include "study/study.h"

namespace commonweal::experiments {

/// Which rule a result meets.
enum class Verdict { stop, scale, neither };

/// The rule that a result meets: all of its 8 of 10 beyond the limit.
Verdict verdict_of(const study::Pilot& pilot, const Belief& seen);

/// What a trial can be expected to tell, before it begins.
struct Prospect {
  const study::Policy* policy = nullptr;     ///< it is a pilot
  const evidence::Entry* entry = nullptr;    ///< what the register says of the constant
  Belief before;                             ///< what that comes to
  double chance_stop = 0, chance_scale = 0;  ///< that the result meets either rule; what is left: that it meets neither
  double width = 1;                          ///< of the range that will be left, as a part of today's, on its scale
};

/// The pilots among what a study's scenarios do, or among its whole library if they do none. Faults: those of
/// `belief_of`, and "no-pilot", "no-register", "no-row", "limit-outside-scale".
std::vector<Prospect> prospects(const study::Study& study, const evidence::Register& evidence,
                                base::Diagnostics& diagnostics);

/// The prospect of one policy; nothing after a fault.
std::optional<Prospect> prospect_of(const study::Policy& policy, const evidence::Register& evidence,
                                    base::Diagnostics& diagnostics);

/// The plan of experiments, for a person and as JSON.
std::string text(const std::vector<Prospect>& prospects);
std::string json(const std::vector<Prospect>& prospects);

}  // namespace commonweal::experiments
