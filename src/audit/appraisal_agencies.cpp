// SPDX-License-Identifier: Apache-2.0
// Who pays and who gains by all policies together, and how it could be evened out.
#include <algorithm>

#include "audit/appraisal_columns.h"
#include "audit/appraisal_sheets.h"

namespace commonweal::audit {

using appraisal::Case;

// Shares: what agencies could do together is worth. A set of them does the thing if its gains are worth more than all
// of its cost, else it has nothing.

namespace {

constexpr std::size_t gains_row = 3, first_worth_row = 6;

}  // namespace

void ScenarioSheets::add_shares(const Coalitions& coalitions) {
  if (scenario_.package.futures == 0) return;
  Sheet& sheet = add_sheet("Shares", "what each set of agencies would make of it together, present values, £ million");
  shares_ = &sheet;
  sheet.set_widths({30});
  const std::size_t agencies = appraisal_.agencies.size(), cost = agencies + 1;
  sheet.words(gains_row, 0, "Gains");
  std::vector<double> gained;
  for (std::size_t agency = 0; agency < agencies; ++agency) {
    gained.push_back(scenario_.package.agencies[agency].gained);
    sheet.words(head_row, agency + 1, appraisal_.agencies[agency]);
    sheet.formula(gains_row, agency + 1,
                  of_agency(present_value, 1, cash, agency) + of_agency(present_value, 1, not_in_cash, agency),
                  gained.back());
  }
  sheet.words(head_row, cost, "Cost of all");
  sheet.formula(gains_row, cost, of_case(present_value, 1, paid), scenario_.package.promised.costs);
  sheet.words(first_worth_row - 1, 0, "Set, as numbered on the sheet Coalitions");
  sheet.words(first_worth_row - 1, 1, "Worth");
  const Range gains = sheet.across(gains_row, 1, agencies);
  for (std::size_t set = 0; set < coalitions.count(); ++set) {
    double engine = -scenario_.package.promised.costs;
    for (std::size_t agency = 0; agency < agencies; ++agency) {
      if (((set >> agency) & 1U) != 0) engine += gained[agency];
    }
    const Range members = coalitions.members(set);
    const std::size_t row = first_worth_row + set;
    sheet.engine(row, 0, static_cast<double>(set), 0);
    sheet.formula(row, 1,
                  choose(is_same(sum(members), audit::number(0)), audit::number(0),
                         larger(audit::number(0), sum_of_products(members, gains) - sheet.at(gains_row, cost))),
                  set == 0 ? 0 : std::max(0.0, engine));
  }
}

// Agencies: who pays, who gains, and how it could be evened out.

namespace {

enum AgencyColumn : std::size_t {
  name_of_agency,
  pays,
  gains_cash,
  gains_other,
  net_of_agency,
  receives,
  break_even,
  fair_share,
  inside
};

}  // namespace

void ScenarioSheets::add_agencies(const Coalitions& coalitions) {
  if (scenario_.package.futures == 0) return;
  Sheet& sheet = add_sheet("Agencies", "who pays and who gains by all policies together, present values, £ million");
  sheet.set_widths({44});
  add_heads(sheet, {"Agency", "Pays", "Gains in cash", "Gains not in cash", "Net",
                    "Receives from others, in what it pays", "To be given so that none loses",
                    "Fair share of the whole (Shapley’s value)", "Share of gains in its own pocket"});
  for (std::size_t agency = 0; agency < appraisal_.agencies.size(); ++agency) {
    const std::size_t row = first_row + agency;
    const appraisal::AgencyValue& value = scenario_.package.agencies[agency];
    sheet.words(row, name_of_agency, appraisal_.agencies[agency]);
    sheet.formula(row, pays, of_agency(present_value, 1, paid, agency), value.paid);
    sheet.formula(row, gains_cash, of_agency(present_value, 1, cash, agency), value.cashable);
    sheet.formula(row, gains_other, of_agency(present_value, 1, not_in_cash, agency), value.gained - value.cashable);
    sheet.formula(row, net_of_agency, sheet.at(row, gains_cash) + sheet.at(row, gains_other) - sheet.at(row, pays),
                  value.net());
    sheet.formula(row, receives, of_agency(present_value, 1, received, agency), value.transfer);
  }
  for (std::size_t agency = 0; agency < appraisal_.agencies.size(); ++agency) add_agency_row(sheet, agency, coalitions);
  add_agency_sums(sheet);
}

void ScenarioSheets::add_agency_row(Sheet& sheet, std::size_t agency, const Coalitions& coalitions) {
  const std::size_t row = first_row + agency, last = first_row + appraisal_.agencies.size() - 1;
  const Case& package = scenario_.package;
  const Expression zero = audit::number(0), own = sheet.at(row, net_of_agency);
  const Range nets = sheet.down(net_of_agency, first_row, last), costs_of_all = sheet.down(pays, first_row, last);
  const Expression won = sum_above_zero(nets), lost = -sum_below_zero(nets);
  const Expression moved = smaller(won, lost);
  sheet.formula(row, break_even,
                choose(is_above(own, zero), choose(is_above(won, zero), (-own) / won * moved, zero),
                       choose(is_above(lost, zero), (-own) / lost * moved, zero)),
                package.break_even[agency]);
  const Range worths = shares_->down(1, first_worth_row, first_worth_row + coalitions.count() - 1);
  sheet.formula(row, fair_share, sum_of_products(coalitions.counts_for(agency), worths), package.fair_share[agency]);

  // A gain is in its own pocket as far as the agency's share of all costs goes.
  const appraisal::AgencyValue& value = package.agencies[agency];
  double all_gains = 0, all_costs = 0;
  Expression gains = zero;
  for (std::size_t each = 0; each < package.agencies.size(); ++each) {
    all_gains += std::max(0.0, package.agencies[each].gained);
    all_costs += std::max(0.0, package.agencies[each].paid);
    const std::size_t at = first_row + each;
    const Expression gain = larger(zero, sheet.at(at, gains_cash) + sheet.at(at, gains_other));
    gains = each == 0 ? gain : gains + gain;
  }
  const Expression gain = larger(zero, sheet.at(row, gains_cash) + sheet.at(row, gains_other));
  const Expression spent = sum_above_zero(costs_of_all);
  const bool both = all_gains > 0 && all_costs > 0;
  sheet.formula(
      row, inside,
      choose(is_above(gains * spent, zero), smaller(gain / gains, larger(zero, sheet.at(row, pays)) / spent), zero),
      both ? std::min(std::max(0.0, value.gained) / all_gains, std::max(0.0, value.paid) / all_costs) : 0);
}

void ScenarioSheets::add_agency_sums(Sheet& sheet) {
  const Case& package = scenario_.package;
  const std::size_t last = first_row + appraisal_.agencies.size() - 1, row = last + 1;
  double fair = 0;
  for (const double share : package.fair_share) fair += share;
  const auto sum_of = [&](std::size_t column, double engine) {
    sheet.formula(row, column, sum(sheet.down(column, first_row, last)), engine);
  };
  sheet.words(row, name_of_agency, "All");
  sum_of(pays, package.promised.costs);
  sum_of(gains_cash, [&] {
    double gained = 0;
    for (const appraisal::AgencyValue& value : package.agencies) gained += value.cashable;
    return gained;
  }());
  sum_of(gains_other, [&] {
    double gained = 0;
    for (const appraisal::AgencyValue& value : package.agencies) gained += value.gained - value.cashable;
    return gained;
  }());
  sum_of(net_of_agency, package.net_value.mean().value);
  sum_of(receives, 0);
  sum_of(break_even, 0);
  sum_of(fair_share, fair);
  sum_of(inside, package.wrong_pocket ? 1 - *package.wrong_pocket : 0);

  const Expression whole = sheet.at(row, net_of_agency);
  const auto check = [&](std::size_t offset, const std::string& what, const Expression& difference) {
    sheet.words(row + offset, name_of_agency, what);
    sheet.formula(row + offset, pays, difference, 0);
  };
  check(2, "Agencies’ net values less the case’s (must be 0)",
        whole - (of_case(present_value, 1, cash) + of_case(present_value, 1, not_in_cash) -
                 of_case(present_value, 1, paid)));
  check(3, "Fair shares less the whole, or less nothing where it loses (must be 0)",
        sheet.at(row, fair_share) - larger(audit::number(0), whole));
  check(4, "Transfers between agencies (must be 0)", sheet.at(row, receives));
  check(5, "Transfers that even it out (must be 0)", sheet.at(row, break_even));
}

}  // namespace commonweal::audit
