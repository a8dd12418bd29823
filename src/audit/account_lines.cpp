// SPDX-License-Identifier: Apache-2.0
#include "audit/account_lines.h"

#include <algorithm>
#include <cmath>

namespace commonweal::audit {

namespace {

/// a / b of every year; 1 where there is nothing to compare.
std::vector<double> ratios(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> result;
  for (std::size_t year = 0; year < a.size(); ++year) result.push_back(b[year] == 0 ? 1 : a[year] / b[year]);
  return result;
}

}  // namespace

AccountLines::AccountLines(AccountSheet& sheet, const AccountInputs& inputs, const AccountRun& run,
                           const ensemble::Future& future, std::size_t number)
    : sheet_(sheet),
      inputs_(inputs),
      run_(run),
      future_(future),
      number_(number),
      services_(run.elements("required spend")),
      sources_(run.elements("funding")),
      items_(run.elements("below the line")) {}

void AccountLines::add() {
  // Reserves come first, because a year's budget needs what the year before left.
  sheet_.heading("Reserves at 31 March");
  for (const char* reserves : {"unallocated reserves", "earmarked reserves"}) {
    lines_.insert_or_assign(reserves, sheet_.promise(reserves, figures(reserves)));
  }
  add_prices();
  add_need();
  add_funding();
  add_gap();
  add_budget();
  add_spending();
  add_reserves();
  add_change();
}

// Words for what is used over and over.

AccountLines::Figures AccountLines::figures(const std::string& variable, const std::string& element) const {
  return run_.yearly(future_, variable, element);
}

Expression AccountLines::given(const std::string& variable, const std::string& element) const {
  return inputs_.of(number_, variable, element);
}

Expression AccountLines::in(const std::string& name, std::size_t year) const {
  return lines_.at(name).in(year);
}

Range AccountLines::all(const std::string& variable, const std::vector<std::string>& elements, std::size_t year) const {
  return sheet_.from_to(lines_.at(element_name(variable, elements.front())),
                        lines_.at(element_name(variable, elements.back())), year);
}

AccountLines::Line AccountLines::engine(const std::string& variable, const std::string& what) {
  const Line line = sheet_.engine(variable, what, figures(variable));
  lines_.insert_or_assign(variable, line);
  return line;
}

AccountLines::Line AccountLines::formula(const std::string& variable, const AccountSheet::Make& make) {
  const Line line = sheet_.formula(variable, figures(variable), make);
  lines_.insert_or_assign(variable, line);
  return line;
}

AccountLines::Line AccountLines::sum_line(const std::string& variable, const std::string& of,
                                          const std::vector<std::string>& elements) {
  return formula(variable, [&](std::size_t year, const Line&) { return sum(all(of, elements, year)); });
}

Expression AccountLines::envelope() const {
  return given("general inflation") * given("envelope follows inflation");
}

Expression AccountLines::years_after(const std::string& source, std::size_t year) const {
  return larger(zero, in("financial year", year) - given("last announced year", source));
}

Expression AccountLines::before(const std::string& reserves, std::size_t year) const {
  return year == 0 ? given("opening " + reserves) : in(reserves, year - 1);
}

// What services would cost.

void AccountLines::add_prices() {
  sheet_.heading("Years and prices");
  const std::string since = "years since base";
  lines_.insert_or_assign(since, sheet_.engine(since, "whole financial years", figures(since), 0));
  Figures starts;
  for (std::size_t year = 0; year < sheet_.years(); ++year) {
    starts.push_back((future_.first + static_cast<int>(year)).start);
  }
  lines_.insert_or_assign("financial year", sheet_.engine("financial year", "its first of April", starts, 0));
  formula("price level", [&](std::size_t year, const Line&) {
    return power(one + given("general inflation"), in("years since base", year));
  });
  for (const std::string& service : services_) {
    const std::string name = element_name("growth in prices", service);
    lines_.insert_or_assign(
        name, sheet_.formula(name, figures("growth in prices", service), [&](std::size_t year, const Line&) {
          return power((one + given("general inflation")) *
                           (one + given("labour share", service) * given("real pay growth")) *
                           (one + given("real price growth", service)),
                       in("years since base", year));
        }));
  }
}

void AccountLines::add_need() {
  sheet_.heading("What services would cost");
  for (const std::string& service : services_) {
    const std::string people = element_name("people index", service), rest = element_name("all else", service);
    lines_.insert_or_assign(people, sheet_.engine(people, "people of the ages served, 1 in the base year",
                                                  figures("people index", service)));

    // What is left when people and prices are taken out: need, savings, and the level of service that counts as full.
    const bool assumed = given("pressures by assumed rate").value == 1;
    Figures known;
    for (std::size_t year = 0; year < sheet_.years(); ++year) {
      const double prices =
          assumed ? std::pow(1 + given("assumed pressure rate", service).value, in("years since base", year).value)
                  : in(element_name("growth in prices", service), year).value;
      known.push_back(given("base spend", service).value * in(people, year).value * prices);
    }
    lines_.insert_or_assign(rest,
                            sheet_.engine(rest, "need for each person, savings, and the level that counts as full",
                                          ratios(figures("required spend", service), known)));
  }
  for (const std::string& service : services_) {
    const std::string name = element_name("required spend", service);
    lines_.insert_or_assign(
        name, sheet_.formula(name, figures("required spend", service), [&](std::size_t year, const Line&) {
          const Expression prices =
              choose(is_same(given("pressures by assumed rate"), one),
                     power(one + given("assumed pressure rate", service), in("years since base", year)),
                     in(element_name("growth in prices", service), year));
          return given("base spend", service) * in(element_name("people index", service), year) * prices *
                 in(element_name("all else", service), year);
        }));
  }
  sum_line("total required spend", "required spend", services_);
  formula("care required", [&](std::size_t year, const Line&) {  // the first three services
    return sum(sheet_.from_to(lines_.at(element_name("required spend", services_.at(0))),
                              lines_.at(element_name("required spend", services_.at(2))), year));
  });
}

// The money there is.

void AccountLines::add_funding() {
  sheet_.heading("Funding before anybody acts");
  for (const std::string& source : sources_) {
    const std::string name = element_name("announced funding", source);
    lines_.insert_or_assign(
        name, sheet_.input(name, "as received or announced, then held", figures("announced funding", source)));
  }
  for (const std::string& source : sources_) {
    const std::string name = element_name("funding as planned", source);
    lines_.insert_or_assign(name, source == "council tax" ? council_tax() : grant(source));
  }
  const std::string kept = "part of council tax paid";
  lines_.insert_or_assign(kept, sheet_.engine(kept, "what trust and habit make of it, 1 as planned", [&] {
    Figures planned = figures("funding as planned", "council tax");
    const double collected = given("council tax collected").value;
    for (double& figure : planned) figure *= collected;
    return ratios(figures("funding", "council tax"), planned);
  }()));
  for (const std::string& source : sources_) {
    const std::string name = element_name("funding", source);
    lines_.insert_or_assign(name, sheet_.formula(name, figures("funding", source), [&](std::size_t year, const Line&) {
      const Expression planned = in(element_name("funding as planned", source), year);
      if (source == "council tax") return planned * given("council tax collected") * in(kept, year);
      if (source != "business rates") return planned;
      const Expression carried_on =
          in(element_name("announced funding", source), year) * power(one + envelope(), years_after(source, year));
      const Expression held = smaller(given("ceiling of business rates") * carried_on,
                                      larger(given("floor of business rates") * carried_on, planned));
      return choose(is_same(given("business rates are kept locally"), one), held, planned);
    }));
  }
  sum_line("total funding", "funding", sources_);
}

AccountLines::Line AccountLines::council_tax() {
  const std::string source = "council tax", name = element_name("funding as planned", source);
  return sheet_.formula(name, figures("funding as planned", source), [&](std::size_t year, const Line&) {
    const Expression rise = (one + envelope()) * (one + given("council tax rise beyond inflation"));
    return in(element_name("announced funding", source), year) *
           power(rise * (one + given("council tax base growth")), years_after(source, year));
  });
}

AccountLines::Line AccountLines::grant(const std::string& source) {
  const std::string name = element_name("funding as planned", source);
  return sheet_.formula(name, figures("funding as planned", source), [&](std::size_t year, const Line&) {
    const Expression after = years_after(source, year);
    return in(element_name("announced funding", source), year) * power(one + envelope(), after) *
           power(one + given("grant growth", source), smaller(after, given("years of grant growth")));
  });
}

// The gap.

void AccountLines::add_gap() {
  sheet_.heading("The gap before anybody acts");
  for (const std::string& item : items_) {
    const std::string name = element_name("below the line", item);
    lines_.insert_or_assign(
        name, sheet_.formula(name, figures("below the line", item), [&](std::size_t year, const Line&) {
          return given("base below the line", item) *
                 power((one + envelope()) * (one + given("below the line growth", item)), in("years since base", year));
        }));
  }
  sum_line("total below the line", "below the line", items_);
  formula("planned contribution to reserves", [&](std::size_t year, const Line&) {
    return power(one + envelope(), in("years since base", year)) *
           (given("planned payment into earmarked reserves") + given("planned payment into unallocated reserves"));
  });
  formula("money for services", [&](std::size_t year, const Line&) {
    return in("total funding", year) - in("total below the line", year) - in("planned contribution to reserves", year);
  });
  engine("investment from the budget", "what change costs the budget");
  engine("payment into the change fund", "what the budget sets aside for change");
  engine("loan service", "repayment and interest of money borrowed to balance");
  formula("pressures", [&](std::size_t year, const Line&) {
    return in("total required spend", year) + in("total below the line", year);
  });
  formula("gap before action", [&](std::size_t year, const Line&) {
    return in("pressures", year) + in("planned contribution to reserves", year) +
           in("investment from the budget", year) + in("payment into the change fund", year) +
           in("loan service", year) - in("total funding", year);
  });
}

// The fund for change, and loans.

void AccountLines::add_change() {
  sheet_.heading("The change fund and loans");
  engine("partner money received", "what partners pay into the fund");
  engine("investment from the change fund", "what the fund pays for change");
  formula("change fund", [&](std::size_t year, const Line& self) {
    const Expression opening = year == 0 ? given("opening change fund") : self.in(year - 1);
    return opening + in("payment into the change fund", year) + in("partner money received", year) -
           in("investment from the change fund", year);
  });
  engine("loan repayment", "of money borrowed to balance");
  formula("loans", [&](std::size_t year, const Line& self) {
    const Expression opening = year == 0 ? zero : self.in(year - 1);
    return opening + in("exceptional support", year) - in("loan repayment", year);
  });
}

}  // namespace commonweal::audit
