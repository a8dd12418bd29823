// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "discovery/study_discovery.h"
#include "report/table.h"

namespace commonweal::report {

/// "above 0.2", "below 0.5", "between 0.2 and 0.5": a limit to three digits.
std::string limits_text(const discovery::Limits& limits);

/// "71 of 100": a share.
std::string of_hundred(double share);

/// The answer in plain words, a sentence each: how often, under which conditions, how sure; what a single number does.
std::vector<std::string> discovery_sentences(const discovery::StudyDiscovery& discovery);

/// The conditions, each with how likely chance would make it; the numbers that turn the answer by themselves.
Table conditions_table(const discovery::StudyDiscovery& discovery);
Table break_evens_table(const discovery::StudyDiscovery& discovery);

}  // namespace commonweal::report
