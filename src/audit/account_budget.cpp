// SPDX-License-Identifier: Apache-2.0
// How the yearly budget closes the gap, what is then spent, and what is left in reserves.
#include <algorithm>
#include <cmath>

#include "audit/account_lines.h"

namespace commonweal::audit {

namespace {

/// Less is what computing leaves of nothing: GBP million.
constexpr double dust = 1e-12;

double without_dust(double value) {
  return std::abs(value) < dust ? 0 : value;
}

}  // namespace

void AccountLines::add_budget() {
  sheet_.heading("The budget, made on 1 April");
  for (const std::string& service : services_) {
    const std::string name = element_name("budgeted part", service);
    Figures part;
    const Figures budgeted = figures("budget requirement", service), came = figures("required spend", service);
    for (std::size_t year = 0; year < sheet_.years(); ++year) {
      part.push_back(came[year] == 0 ? 1 : budgeted[year] / came[year]);
    }
    lines_.insert_or_assign(name, sheet_.engine(name, "foreseen on 1 April of what came in the year", part));
  }
  for (const std::string& service : services_) {
    const std::string name = element_name("budget requirement", service);
    lines_.insert_or_assign(
        name, sheet_.formula(name, figures("budget requirement", service), [&](std::size_t year, const Line&) {
          return in(element_name("required spend", service), year) * in(element_name("budgeted part", service), year);
        }));
  }

  // The budget knows costs of change, loans and unpaid tax as of 1 April, not as they come in the year.
  const std::string rest = "change, loans and unpaid tax, as seen on 1 April";
  Figures seen;
  for (std::size_t year = 0; year < sheet_.years(); ++year) {
    double known = sum(all("budget requirement", services_, year)).value;
    known += in("total below the line", year).value + in("planned contribution to reserves", year).value;
    known -= in("total funding", year).value;
    seen.push_back(without_dust(figures("budget gap")[year] - known));
  }
  lines_.insert_or_assign(rest, sheet_.engine(rest, "known on 1 April", seen));
  formula("budget gap", [&](std::size_t year, const Line&) {
    return sum(all("budget requirement", services_, year)) + in("total below the line", year) +
           in("planned contribution to reserves", year) + in(rest, year) - in("total funding", year);
  });
  formula("deficit brought forward",
          [&](std::size_t year, const Line&) { return larger(zero, -before("unallocated reserves", year)); });
  formula("gap to close", [&](std::size_t year, const Line&) {
    return larger(zero, in("budget gap", year) + in("deficit brought forward", year));
  });
  engine("saved by choice", "what the services given up by choice would have cost");
  formula("gap closed by choice", [&](std::size_t year, const Line&) {
    return smaller(in("gap to close", year), in("saved by choice", year));
  });
  formula("gap to find",
          [&](std::size_t year, const Line&) { return in("gap to close", year) - in("gap closed by choice", year); });
  add_reserves_that_close();
  add_council_tax_that_closes();
  add_cuts_that_close();
}

void AccountLines::add_reserves_that_close() {
  const auto planned = [&](const std::string& payment, std::size_t year) {
    return power(one + envelope(), in("years since base", year)) * larger(zero, given(payment));
  };
  const Expression may = given("reserves may close a gap");
  formula("payment into earmarked reserves not made", [&](std::size_t year, const Line&) {
    return may * smaller(in("gap to find", year), planned("planned payment into earmarked reserves", year));
  });
  formula("payment into unallocated reserves not made", [&](std::size_t year, const Line&) {
    return may * smaller(in("gap to find", year) - in("payment into earmarked reserves not made", year),
                         planned("planned payment into unallocated reserves", year));
  });
  const auto left = [&](std::size_t year) {
    return in("gap to find", year) - in("payment into earmarked reserves not made", year) -
           in("payment into unallocated reserves not made", year);
  };
  formula("unallocated reserves that can be used", [&](std::size_t year, const Line&) {
    return may * larger(zero, before("unallocated reserves", year) -
                                  given("reserve floor") * sum(all("budget requirement", services_, year)));
  });
  formula("earmarked reserves that can be used", [&](std::size_t year, const Line&) {
    return may * given("usable share of earmarked reserves") * larger(zero, before("earmarked reserves", year));
  });
  formula("drawn from unallocated reserves", [&](std::size_t year, const Line&) {
    return smaller(left(year), in("unallocated reserves that can be used", year));
  });
  formula("drawn from earmarked reserves", [&](std::size_t year, const Line&) {
    return smaller(left(year) - in("drawn from unallocated reserves", year),
                   in("earmarked reserves that can be used", year));
  });
  formula("gap closed by reserves", [&](std::size_t year, const Line&) {
    return in("payment into earmarked reserves not made", year) +
           in("payment into unallocated reserves not made", year) + in("drawn from unallocated reserves", year) +
           in("drawn from earmarked reserves", year);
  });
}

void AccountLines::add_council_tax_that_closes() {
  const Line above = sheet_.promise("council tax above plan", figures("council tax above plan"));
  lines_.insert_or_assign("council tax above plan", above);
  const Expression planned = (one + envelope()) * (one + given("council tax rise beyond inflation"));
  formula("highest council tax above plan", [&](std::size_t year, const Line&) {
    const Expression last_year = year == 0 ? zero : above.in(year - 1);
    return (one + last_year) * larger(one, (one + given("referendum limit")) / planned) - one;
  });
  formula("gap closed by council tax", [&](std::size_t year, const Line&) {
    return smaller(in("gap to find", year) - in("gap closed by reserves", year),
                   given("council tax may close a gap") * in("highest council tax above plan", year) *
                       in("funding[council tax]", year));
  });
  sheet_.keep(above, figures("council tax above plan"), [&](std::size_t year, const Line&) {
    return quotient_or_zero(in("gap closed by council tax", year), in("funding[council tax]", year));
  });
  formula("gap after reserves and council tax", [&](std::size_t year, const Line&) {
    return in("gap to find", year) - in("gap closed by reserves", year) - in("gap closed by council tax", year);
  });
}

void AccountLines::add_cuts_that_close() {
  engine("exceptional support", "borrowed with the government’s leave, beyond what the law allows to cut");
  formula("cut needed", [&](std::size_t year, const Line&) {
    return in("gap after reserves and council tax", year) - in("exceptional support", year);
  });
  // No more can be cut than there is.
  formula("gap closed by cuts", [&](std::size_t year, const Line&) {
    return in("gap closed by choice", year) +
           smaller(in("cut needed", year),
                   sum_above_zero(all("budget requirement", services_, year)) - in("saved by choice", year));
  });
  formula("gap left open", [&](std::size_t year, const Line&) {
    return in("gap to close", year) - in("gap closed by reserves", year) - in("gap closed by council tax", year) -
           in("exceptional support", year) - in("gap closed by cuts", year);
  });
}

// Spending by service. Who is cut is the engine's, by its rule; how much, the sheet's.

void AccountLines::add_cuts_by_service() {
  std::vector<Figures> cut;  // of each service, GBP million of its budget
  for (const std::string& service : services_) {
    const Figures level = figures("service level", service), budgeted = figures("budget requirement", service);
    Figures pounds;
    for (std::size_t year = 0; year < sheet_.years(); ++year) {
      pounds.push_back(without_dust((1 - level[year]) * std::max(0.0, budgeted[year])));
    }
    cut.push_back(std::move(pounds));
  }
  for (std::size_t i = 0; i < services_.size(); ++i) {
    Figures part;
    for (std::size_t year = 0; year < sheet_.years(); ++year) {
      double whole = 0;
      for (const Figures& each : cut) whole += each[year];
      part.push_back(whole > 0 ? cut[i][year] / whole : 0);
    }
    const std::string name = element_name("part of all cuts", services_[i]);
    lines_.insert_or_assign(name, sheet_.engine(name, "by the rule of cutting; 0 in years without cuts", part));
  }
  for (std::size_t i = 0; i < services_.size(); ++i) {
    const std::string name = element_name("cut from the budget", services_[i]);
    lines_.insert_or_assign(name, sheet_.formula(name, cut[i], [&](std::size_t year, const Line&) {
      const Expression whole =
          in("saved by choice", year) + in("gap closed by cuts", year) - in("gap closed by choice", year);
      // Where the engine cut nothing there is no rule to go by: then evenly.
      const Range budget = all("budget requirement", services_, year);
      const Expression evenly =
          larger(zero, in(element_name("budget requirement", services_[i]), year)) / sum_above_zero(budget);
      return whole * choose(is_same(sum(all("part of all cuts", services_, year)), zero), evenly,
                            in(element_name("part of all cuts", services_[i]), year));
    }));
  }
}

void AccountLines::add_spending() {
  sheet_.heading("Spending by service");
  add_cuts_by_service();
  const auto provided = [&](const std::string& service, std::size_t year) {
    const Expression budget = in(element_name("budget requirement", service), year);
    return choose(is_above(budget, zero), one - in(element_name("cut from the budget", service), year) / budget, one);
  };
  for (const std::string& service : services_) {
    const std::string name = element_name("not spent", service);
    Figures unspent;
    const Figures required = figures("required spend", service), spent = figures("spend", service);
    for (std::size_t year = 0; year < sheet_.years(); ++year) {
      unspent.push_back(without_dust(required[year] * provided(service, year).value - spent[year]));
    }
    lines_.insert_or_assign(
        name, sheet_.engine(name, "paid for and not delivered, or not paid because not foreseen", unspent));
  }
  for (const std::string& service : services_) {
    const std::string name = element_name("spend", service);
    lines_.insert_or_assign(name, sheet_.formula(name, figures("spend", service), [&](std::size_t year, const Line&) {
      return in(element_name("required spend", service), year) * provided(service, year) -
             in(element_name("not spent", service), year);
    }));
  }
  sum_line("total spend", "spend", services_);
}

// From opening to closing.

void AccountLines::add_reserves() {
  sheet_.heading("Income and outgoings, and what they leave in reserves");
  formula("income", [&](std::size_t year, const Line&) {
    return in("total funding", year) + in("gap closed by council tax", year);
  });
  formula("budgeted payment into earmarked reserves", [&](std::size_t year, const Line&) {
    return power(one + envelope(), in("years since base", year)) * given("planned payment into earmarked reserves") -
           in("payment into earmarked reserves not made", year) - in("drawn from earmarked reserves", year);
  });
  formula("surplus or overspend", [&](std::size_t year, const Line&) {
    return in("income", year) + in("exceptional support", year) - in("total spend", year) -
           in("total below the line", year) - in("investment from the budget", year) -
           in("payment into the change fund", year) - in("loan service", year) -
           in("budgeted payment into earmarked reserves", year);
  });
  formula("overspend covered by earmarked reserves", [&](std::size_t year, const Line&) {
    const Expression earmarked =
        before("earmarked reserves", year) + in("budgeted payment into earmarked reserves", year);
    const Expression unallocated = before("unallocated reserves", year) + in("surplus or overspend", year);
    return larger(zero, smaller(earmarked, -unallocated));
  });
  formula("payment into earmarked reserves", [&](std::size_t year, const Line&) {
    return in("budgeted payment into earmarked reserves", year) - in("overspend covered by earmarked reserves", year);
  });
  formula("payment into unallocated reserves", [&](std::size_t year, const Line&) {
    return in("surplus or overspend", year) + in("overspend covered by earmarked reserves", year);
  });
  for (const std::string reserves : {"unallocated reserves", "earmarked reserves"}) {
    sheet_.keep(lines_.at(reserves), figures(reserves), [&](std::size_t year, const Line&) {
      return before(reserves, year) + in("payment into " + reserves, year);
    });
  }
  sheet_.formula("money in less money out (must be 0)", Figures(sheet_.years(), 0.0),
                 [&](std::size_t year, const Line&) {
                   return in("income", year) + in("exceptional support", year) - in("total spend", year) -
                          in("total below the line", year) - in("investment from the budget", year) -
                          in("payment into the change fund", year) - in("loan service", year) -
                          in("payment into earmarked reserves", year) - in("payment into unallocated reserves", year);
                 });
}

}  // namespace commonweal::audit
