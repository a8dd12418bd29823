// SPDX-License-Identifier: Apache-2.0
#include "review/cuts.h"

#include <fmt/format.h>

#include "base/files.h"
#include "doors/cli/commands.h"
#include "doors/cli/returns_years.h"
#include "doors/cli/talk.h"
#include "review/ended_grants.h"
#include "review/prices.h"
#include "road/road.h"

namespace commonweal::doors {

int cuts(const CutsArguments& arguments) {
  base::Diagnostics diagnostics;
  const auto years = years_of(arguments.from, arguments.to, diagnostics);
  if (!years) return refuse(diagnostics);
  const review::Prices prices = review::read_prices(arguments.prices, diagnostics);
  const std::vector<review::EndedGrant> ended = review::read_ended_grants(arguments.ended_grants, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const double price_ratio = review::price_ratio(prices, years->from, years->to, arguments.prices, diagnostics);
  const std::optional<road::ReadModel> read = road::read_model(arguments.model, diagnostics);
  if (!read || diagnostics.has_errors()) return refuse(diagnostics);
  const review::ReturnsFolder returns = review::read_returns(arguments.data, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const review::CutHistory history = review::cut_history(returns, arguments.data, years->from, years->to, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  std::vector<review::Sharing> sharings =
      review::shared_by_rules(history, price_ratio, review::paid_until(ended, years->from), read->program);
  const auto of_model = review::shared_by_model(history, price_ratio, read->program, diagnostics);
  sharings.insert(sharings.end(), of_model.begin(), of_model.end());
  const review::ChangeByMoney by_money = {
      review::change_by_money(history, price_ratio, review::Money::of_all, read->program, diagnostics),
      review::change_by_money(history, price_ratio, review::Money::own, read->program, diagnostics)};
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const review::Cuts result = review::cuts(history, price_ratio, sharings, by_money);
  const review::Provenance made_of =
      provenance_of("cuts", *years, arguments.model, history.spending.files, diagnostics);
  return give(arguments.json ? review::json(result, made_of) : review::text(result)) ? done : users_fault;
}

}  // namespace commonweal::doors
