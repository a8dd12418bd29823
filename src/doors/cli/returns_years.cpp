// SPDX-License-Identifier: Apache-2.0
#include "doors/cli/returns_years.h"

#include <fmt/format.h>

#include "base/files.h"

namespace commonweal::doors {

namespace {

std::optional<base::FinancialYear> year_of(const std::string& text, const char* option,
                                           base::Diagnostics& diagnostics) {
  const auto year = base::FinancialYear::parse(text);
  if (!year) {
    diagnostics.error("bad-year", base::Position::file(option), fmt::format("'{}' is not a financial year", text),
                      "write it as 2012-13");
  }
  return year;
}

}  // namespace

std::optional<Years> years_of(const std::string& from, const std::string& to, base::Diagnostics& diagnostics) {
  const auto first = year_of(from, "--from", diagnostics), last = year_of(to, "--to", diagnostics);
  if (!first || !last) return std::nullopt;
  if (last->start <= first->start) {
    diagnostics.error("bad-years", base::Position::file("--to"),
                      fmt::format("{} is not after {}, so nothing lies between", last->text(), first->text()),
                      "--from is the first year looked at or the last one known, --to the last one");
    return std::nullopt;
  }
  return Years{*first, *last};
}

review::Provenance provenance_of(const std::string& command, const Years& years, const std::filesystem::path& model,
                                 const std::vector<review::DataFile>& files, base::Diagnostics& diagnostics) {
  review::Provenance made_of;
  made_of.command =
      fmt::format("commonweal {} --data DIR --from {} --to {} --json", command, years.from.text(), years.to.text());
  if (!model.empty()) {
    const base::SharedSource text = base::read_text(model, diagnostics);
    if (text) made_of.model_sha256 = base::sha256(text->text());
  }
  made_of.files = files;
  return made_of;
}

}  // namespace commonweal::doors
