// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "returns/lines.h"
#include "returns/sheet.h"

namespace commonweal::returns {

/// One column of a return: a line of the summary as this year names it.
struct OutturnColumn {
  const Line* line = nullptr;
  std::string heading;
};

/// What one authority returned. GBP thousand, signs as published: grants and business rates below 0.
struct Authority {
  std::string e_code, gss_code, name, kind;  ///< codes are empty where the return has none
  std::vector<double> amounts;               ///< [column]; NaN: a blank cell
  std::vector<std::string> cells;            ///< [column]: where each stands, as a spreadsheet names it
};

/// The revenue outturn summary of one year, all authorities.
struct Outturn {
  std::string path;
  base::FinancialYear year;
  std::vector<OutturnColumn> columns;  ///< the ladder, in its order; levels of reserves after it
  std::vector<Authority> authorities;
};

/// Finds the summary in the sheets of a file: headings by their words wherever they stand, authorities by their codes.
/// `asked` is the year that a person says it is of. Faults: "no-outturn" (no heading of the summary is there, or lines
/// of the ladder are missing), "year-wanted", "wrong-year" (the file, its name or its lines are of another),
/// "bad-number", "duplicate-authority".
std::optional<Outturn> find_outturn(const std::vector<Sheet>& sheets, std::optional<base::FinancialYear> asked,
                                    base::Diagnostics& diagnostics);

/// The authority that a person names by E-code, by code of the Office for National Statistics or by name; nothing and
/// "unknown-authority" if there is none.
const Authority* find_authority(const Outturn& outturn, const std::string& asked, base::Diagnostics& diagnostics);

}  // namespace commonweal::returns
