// SPDX-License-Identifier: Apache-2.0
#include "returns/accounts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "returns/ladder.h"

namespace commonweal::returns {

namespace {

using place::Status;

/// Of adult social care, for people of 65 and over: as in long-term support in England in 2022-23, 9.3 of 18.4 GBP
/// billion (NHS England, Adult social care activity and finance report). The return has one line for all ages.
constexpr double older_share = 0.505;

/// Of social care, for children, where one line has both kinds: England in 2011-12, the first year that parts them,
/// 6,422.7 of 21,160.4 GBP million in the same returns.
constexpr double children_share = 6422.715 / (6422.715 + 14737.687);

/// What goes into one figure.
struct Recipe {
  const char *variable, *element;
  std::vector<Part> parts;
  double sign = 1;  ///< -1: grants, which a return has below 0
  const char* unit = "GBP million/year";
  const char* without_lines = "No line in the return";  ///< the note where the return has none of them
};

const std::vector<Recipe>& recipes() {
  static const std::vector<Recipe> all = {
      {"base spend",
       "public health",
       {Part::public_health},
       1,
       "GBP million/year",
       "Not a council service before 2013-14: no line in the return"},
      {"base spend", "highways and transport", {Part::highways}},
      {"base spend", "housing and homelessness", {Part::housing}},
      {"base spend", "culture and leisure", {Part::culture}},
      {"base spend", "environment and waste", {Part::environment}},
      {"base spend", "planning and economy", {Part::planning}},
      {"base spend", "central services", {Part::central}},
      {"announced funding", "council tax", {Part::council_tax}},
      {"announced funding", "general grant", {Part::general_grant}, -1},
      {"announced funding", "business rates", {Part::business_rates}, -1},
      {"announced funding",
       "social care grants",
       {},
       1,
       "GBP million/year",
       "No line of their own in the return: within other specific grants"},
      {"announced funding", "other specific grants", {Part::specific_grants}, -1},
      {"base below the line", "levies", {Part::levies}},
      {"base below the line", "capital financing", {Part::capital}},
      {"base below the line", "housing benefit and council tax benefit", {Part::benefits}},
      {"base below the line", "schools and education", {Part::education, Part::schools_reserves}},
      {"base below the line", "other items below the line", {Part::other, Part::not_ours}},
      {"planned payment into earmarked reserves", "", {Part::earmarked}},
      {"planned payment into unallocated reserves", "", {Part::unallocated}},
      {"opening earmarked reserves", "", {Part::opening_earmarked}, 1, "GBP million"},
      {"opening unallocated reserves", "", {Part::opening_unallocated}, 1, "GBP million"},
  };
  return all;
}

/// To the pound: what adding up in binary leaves behind is no figure of the return.
double to_the_pound(double million) {
  return std::round(million * 1e6) / 1e6;
}

/// One authority's return, looked at by the parts that its lines are.
class Return {
 public:
  Return(const Outturn& outturn, const Authority& authority) : outturn_(outturn), authority_(authority) {}

  /// The sum of the lines of some parts, in GBP million, and what it is made of.
  struct Sum {
    double value = 0;
    std::size_t lines = 0;           ///< that there are
    std::vector<std::string> terms;  ///< those that are not nil, "Waste Disposal Authority levy 7.337"
  };

  Sum sum(const std::vector<Part>& parts) const {
    Sum result;
    for (std::size_t column = 0; column < outturn_.columns.size(); ++column) {
      const OutturnColumn& about = outturn_.columns[column];
      if (std::ranges::find(parts, about.line->part) == parts.end()) continue;
      if (about.line->kind == LineKind::total && about.line->part != Part::council_tax) continue;
      ++result.lines;
      const double amount = std::isnan(authority_.amounts[column]) ? 0 : authority_.amounts[column] / 1000;
      if (amount == 0) continue;
      result.value += amount;
      result.terms.push_back(fmt::format("{} {}", about.heading, base::shortest(to_the_pound(amount))));
    }
    return result;
  }

 private:
  const Outturn& outturn_;
  const Authority& authority_;
};

Figure figure_of(const Recipe& recipe, const Return& returned) {
  const Return::Sum sum = returned.sum(recipe.parts);
  Figure figure{recipe.variable, recipe.element,    to_the_pound(recipe.sign * sum.value),
                recipe.unit,     Status::published, ""};
  if (sum.lines == 0) {
    figure.note = recipe.without_lines;
  } else if (sum.terms.empty()) {
    figure.note = "Nil in the return";
  } else {
    figure.note = base::joined(sum.terms, " + ");
    if (sum.terms.size() > 1) figure.status = Status::derived;
  }
  return figure;
}

/// Social care in the model's three services: what the return does not part is parted by assumption.
void add_care(const Return& returned, std::vector<Figure>& figures) {
  const Return::Sum both = returned.sum({Part::children_and_adult});
  const bool is_one_line = both.lines > 0;
  double children = returned.sum({Part::children}).value, adult = returned.sum({Part::adult}).value;
  if (is_one_line) {
    children = to_the_pound(children_share * both.value);
    adult = both.value - children;
  }
  const double older = to_the_pound(older_share * adult);
  const std::string line =
      is_one_line ? fmt::format("The return has one line for all social care, {}. ", base::shortest(both.value)) : "";
  const auto add = [&](const char* service, double value, Status status, const std::string& note) {
    figures.push_back({"base spend", service, to_the_pound(value), "GBP million/year", status, note});
  };
  add("adult social care older", older, Status::assumption,
      fmt::format(
          "{}Assumed: 50.5% of adult social care, {}, for people of 65 and over, as in long-term support in England in "
          "2022-23 (9.3 of 18.4 GBP billion); range 42 to 58%",
          line, base::shortest(to_the_pound(adult))));
  add("adult social care working age", adult - older, Status::assumption, "The rest of adult social care");
  add("children social care", children, is_one_line ? Status::assumption : Status::published,
      is_one_line ? line + "Assumed: 30.4% of it, the share in England in 2011-12" : "Children Social Care");
}

/// What is left of funding once services, items and reserves are paid: rounding, which goes to the other items.
void close(std::vector<Figure>& figures) {
  double left = 0;
  Figure* other = nullptr;
  for (Figure& figure : figures) {
    if (figure.variable == "announced funding") left += figure.value;
    const bool is_paid = figure.variable == "base spend" || figure.variable == "base below the line" ||
                         figure.variable.starts_with("planned payment");
    if (is_paid) left -= figure.value;
    if (figure.element == "other items below the line") other = &figure;
  }
  left = to_the_pound(left);
  if (left == 0 || other == nullptr) return;
  other->value = to_the_pound(other->value + left);
  other->status = Status::derived;
  other->note += fmt::format(" + rounding of the return {}", base::shortest(left));
}

std::vector<std::string> limits_of(base::FinancialYear year) {
  std::vector<std::string> limits = {
      "Not a forecast. It looks forward from the account of one year, as if need per person of each age, prices and "
      "the money "
      "behind them went on as assumed, and nobody acted.",
      "The return does not split adult social care between older and working-age people, nor schools from other "
      "education. The "
      "first is split by an assumption; the second stands below the line with the grants that pay for it.",
      "Payments into reserves are taken as a plan that goes on. When a gap opens, they are the first thing to stop.",
      "What stands below the line is held in step with funding. Charges are netted from spend, as in the return; "
      "capital and "
      "the housing revenue account are left out. Police and fire services, where the authority runs them, stand below "
      "the line."};
  if (year.start < 2011)
    limits.emplace_back(
        "The return of this year does not part children's from adult social care: it is parted as in England in "
        "2011-12.");
  if (year.start < 2013)
    limits.emplace_back(
        "Before 2013-14 councils had no public health, council tax benefit was paid by a grant, and business rates "
        "were pooled nationally: later years are not alike.");
  if (year.start == 2013)
    limits.emplace_back(
        "From 2013-14 on public health, council tax support and half of business rates are the council's: earlier "
        "years are not alike.");
  if (year.start >= 2014)
    limits.emplace_back(
        "From 2014-15 on children's social care holds children's centres and services for young people that stood with "
        "education before.");
  return limits;
}

}  // namespace

std::optional<Accounts> accounts_of(const Outturn& outturn, const Authority& authority, double tolerance,
                                    base::Diagnostics& diagnostics) {
  Accounts accounts;
  accounts.ladder = ladder_of(outturn, authority);
  bool closes = true;
  for (const LadderStep& step : accounts.ladder) {
    if (std::abs(step.difference()) <= tolerance) continue;
    closes = false;
    diagnostics.error(
        "does-not-reconcile", base::Position::file(fmt::format("{}, {}", outturn.path, step.cell)),
        fmt::format("the lines of {} add up to {} thousand, and its {} is {} thousand", authority.name,
                    base::grouped(step.summed, 1), step.total, base::grouped(step.published, 1)),
        "columns may be shifted, or lines missing; if the return itself is out by so much, --tolerance accepts it");
  }
  if (!closes) return std::nullopt;

  const Return returned(outturn, authority);
  add_care(returned, accounts.figures);
  accounts.figures.push_back(
      {"base spend", "education other than schools", 0, "GBP million/year", Status::assumption,
       "The return does not part schools from other education: all of it stands below the line"});
  for (const Recipe& recipe : recipes()) accounts.figures.push_back(figure_of(recipe, returned));
  close(accounts.figures);
  for (const char* source :
       {"council tax", "general grant", "business rates", "social care grants", "other specific grants"}) {
    accounts.figures.push_back({"last announced year", source, static_cast<double>(outturn.year.start), "year",
                                Status::derived, "The return is the last figure used"});
  }
  accounts.limits = limits_of(outturn.year);
  return accounts;
}

}  // namespace commonweal::returns
