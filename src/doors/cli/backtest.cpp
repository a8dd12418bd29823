// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/new_folder.h"
#include "doors/cli/commands.h"
#include "doors/cli/road.h"
#include "doors/cli/talk.h"
#include "review/history.h"
#include "review/model_forecast.h"
#include "review/review.h"
#include "review/rivals.h"

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

int backtest(const BacktestArguments& arguments) {
  base::Diagnostics diagnostics;
  const auto from = year_of(arguments.from, "--from", diagnostics), to = year_of(arguments.to, "--to", diagnostics);
  if (from && to && to->start <= from->start) {
    diagnostics.error("bad-years", base::Position::file("--to"),
                      fmt::format("{} is not after {}, so there is nothing to forecast", to->text(), from->text()),
                      "--from is the last year known to the forecaster, --to the last one that is forecast");
  }
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const review::History history = review::read_history(arguments.data, *from, *to, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  const auto origin = static_cast<std::size_t>(from->start - history.first.start);
  const std::size_t horizon = history.years - 1 - origin;
  std::vector<review::Entrant> entrants;
  for (const review::Method& method : review::rivals()) {
    entrants.push_back({method, review::forecast(history, origin, horizon, method.name)});
  }
  if (std::filesystem::exists(arguments.model)) {
    const std::optional<ReadModel> read = read_model(arguments.model, diagnostics);
    if (!read) return refuse(diagnostics);
    const auto of_model = review::model_entrants(history, *from, read->program, diagnostics);
    if (diagnostics.has_errors()) return refuse(diagnostics);
    entrants.insert(entrants.end(), of_model.begin(), of_model.end());
  } else {
    say(fmt::format("there is no model at '{}': only the simple methods are scored", arguments.model.string()));
  }
  const review::Review result = review::review(history, *from, entrants);
  if (!arguments.output.empty()) {
    base::NewFolder folder(arguments.output, diagnostics);
    folder.write("backtest.json", review::json(result), diagnostics);
    folder.write("backtest.txt", review::text(result), diagnostics);
    if (!diagnostics.has_errors()) folder.commit(diagnostics);
    if (diagnostics.has_errors()) return refuse(diagnostics);
  }
  return give(arguments.json ? review::json(result) : review::text(result)) ? done : users_fault;
}

}  // namespace commonweal::doors
