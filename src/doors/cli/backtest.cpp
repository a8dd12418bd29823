// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/new_folder.h"
#include "doors/cli/commands.h"
#include "doors/cli/returns_years.h"
#include "doors/cli/talk.h"
#include "review/history.h"
#include "review/model_forecast.h"
#include "review/review.h"
#include "review/rivals.h"
#include "road/road.h"

namespace commonweal::doors {

int backtest(const BacktestArguments& arguments) {
  base::Diagnostics diagnostics;
  const auto years = years_of(arguments.from, arguments.to, diagnostics);
  if (!years) return refuse(diagnostics);
  const review::ReturnsFolder returns = review::read_returns(arguments.data, diagnostics);
  const review::History history = review::history_of(returns, arguments.data, years->from, years->to, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  const auto origin = static_cast<std::size_t>(years->from.start - history.first.start);
  const std::size_t horizon = history.years - 1 - origin;
  std::vector<review::Entrant> entrants;
  for (const review::Method& method : review::rivals()) {
    entrants.push_back({method, review::forecast(history, origin, horizon, method.name)});
  }
  const bool has_model = std::filesystem::exists(arguments.model);
  if (has_model) {
    const std::optional<road::ReadModel> read = road::read_model(arguments.model, diagnostics);
    if (!read) return refuse(diagnostics);
    const auto of_model = review::model_entrants(history, years->from, read->program, diagnostics);
    if (diagnostics.has_errors()) return refuse(diagnostics);
    entrants.insert(entrants.end(), of_model.begin(), of_model.end());
  } else {
    say(fmt::format("there is no model at '{}': only the simple methods are scored", arguments.model.string()));
  }
  const review::Review result = review::review(history, years->from, entrants);
  const review::Provenance made_of =
      provenance_of("backtest", *years, has_model ? arguments.model : "", history.files, diagnostics);
  if (!arguments.output.empty()) {
    base::NewFolder folder(arguments.output, diagnostics);
    folder.write("backtest.json", review::json(result, made_of), diagnostics);
    folder.write("backtest.csv", review::csv(result), diagnostics);
    folder.write("backtest.txt", review::text(result), diagnostics);
    folder.write(std::string(base::NewFolder::mark), review::manifest(made_of), diagnostics);
    if (!diagnostics.has_errors()) folder.commit(diagnostics);
    if (diagnostics.has_errors()) return refuse(diagnostics);
  }
  return give(arguments.json ? review::json(result, made_of) : review::text(result)) ? done : users_fault;
}

}  // namespace commonweal::doors
