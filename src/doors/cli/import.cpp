// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "base/new_folder.h"
#include "doors/cli/commands.h"
#include "doors/cli/talk.h"
#include "returns/accounts.h"
#include "returns/outturn.h"
#include "returns/place_files.h"

namespace commonweal::doors {

int import_outturn(const ImportArguments& arguments) {
  base::Diagnostics diagnostics;
  std::optional<base::FinancialYear> year;
  if (!arguments.year.empty()) {
    year = base::FinancialYear::parse(arguments.year);
    if (!year) {
      diagnostics.error("bad-year", base::Position::file("--year"),
                        fmt::format("'{}' is not a financial year", arguments.year), "write it as 2012-13");
      return refuse(diagnostics);
    }
  }
  const std::vector<returns::Sheet> sheets = returns::read_sheets(arguments.file, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const auto outturn = returns::find_outturn(sheets, year, diagnostics);
  if (!outturn) return refuse(diagnostics);
  const returns::Authority* authority = returns::find_authority(*outturn, arguments.place, diagnostics);
  if (authority == nullptr) return refuse(diagnostics);
  const auto accounts = returns::accounts_of(*outturn, *authority, arguments.tolerance, diagnostics);
  if (!accounts) return refuse(diagnostics);

  const std::filesystem::path output =
      arguments.output.empty() ? std::filesystem::path(returns::folder_name(*outturn, *authority)) : arguments.output;
  base::NewFolder folder(output, diagnostics);
  folder.write("place.toml", returns::place_toml(*outturn, *authority, *accounts), diagnostics);
  folder.write("series.csv", returns::series_csv(*outturn, *accounts), diagnostics);
  if (!diagnostics.has_errors()) folder.commit(diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  say(
      fmt::format("{}, {}: the ladder from services to council tax\n{}the place is {}; it needs population by age "
                  "before a study can run it",
                  authority->name, outturn->year.text(), returns::ladder_text(accounts->ladder), output.string()));
  return done;
}

}  // namespace commonweal::doors
