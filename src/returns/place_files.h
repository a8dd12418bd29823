// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "returns/accounts.h"

namespace commonweal::returns {

/// What a place's folder holds of a return: place.toml and series.csv (docs/files.md). People by age are not in a
/// return.
std::string place_toml(const Outturn& outturn, const Authority& authority, const Accounts& accounts);
std::string series_csv(const Outturn& outturn, const Accounts& accounts);

/// "barnet-2012": what the folder is called if nobody says otherwise.
std::string folder_name(const Outturn& outturn, const Authority& authority);

/// The ladder with what each step adds up to, what was published and by how much they differ, for people.
std::string ladder_text(const std::vector<LadderStep>& ladder);

}  // namespace commonweal::returns
