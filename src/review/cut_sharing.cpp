// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "review/cuts.h"
#include "review/model_runs.h"

namespace commonweal::review {

namespace {

/// The model's own rules, by the numbers it knows them by.
constexpr std::array<std::pair<double, const char*>, 3> model_rules = {
    {{1, "model, as observed"}, {2, "model, statutory first"}, {3, "model, uniform"}}};

double total_of(const ByService& amounts) {
  double sum = 0;
  for (const double amount : amounts) sum += amount;
  return sum;
}

ByService times(ByService amounts, double factor) {
  for (double& amount : amounts) amount *= factor;
  return amounts;
}

/// All councils as one.
Council together(const CutHistory& history) {
  Council all{"", "all councils", "", Spending(history.spending.years)};
  for (const Council& council : history.spending.councils) {
    for (std::size_t year = 0; year < history.spending.years; ++year) {
      for (std::size_t service = 0; service < services.size(); ++service) {
        all.spend[year][service] += council.spend[year][service];
      }
    }
  }
  return all;
}

/// The share of each service's first spend that `ended_grants` paid, alike everywhere: returns do not say who had them.
ByService ended_shares(const CutHistory& history, const ByService& ended_grants) {
  ByService shares{};
  for (std::size_t service = 0; service < services.size(); ++service) {
    const double all = history.all_spend[service];
    shares[service] = all > 0 ? std::min(1.0, ended_grants[service] / all) : 0;
  }
  return shares;
}

/// What happened everywhere but in one council; nothing is taken out for all councils as one.
CutBasis basis_of(const Council& all, const Council* one, double price_ratio, const program::Program& program,
                  const ByService& ended = {}) {
  CutBasis basis;
  basis.protection = protection_in(program);
  const program::Variable* paid_first = program.find("protection paid first");
  if (paid_first != nullptr) basis.paid_first = program.start[paid_first->first_slot];
  ByService before = all.spend.front(), after = times(all.spend.back(), price_ratio);
  for (std::size_t service = 0; service < services.size() && one != nullptr; ++service) {
    before[service] -= one->spend.front()[service];
    after[service] -= one->spend.back()[service] * price_ratio;
  }
  for (std::size_t service = 0; service < services.size(); ++service) {
    basis.other_change[service] = before[service] > 0 ? after[service] / before[service] - 1 : 0;
  }
  basis.other_total = total_of(after) / total_of(before) - 1;
  basis.ended = ended;
  for (std::size_t service = 0; service < services.size(); ++service) {
    basis.other_ended += ended[service] * before[service] / total_of(before);
  }
  return basis;
}

/// How much of a council's cut all others make too, as the model wants to be told.
double share_common(const CutBasis& basis, const Council& council, double price_ratio) {
  const double own = council.total(council.spend.size() - 1) * price_ratio / council.total(0) - 1;
  return own < 0 ? std::clamp(basis.other_total / own, 0.0, 1.0) : 1;
}

Question question_of(const Council& council, const CutBasis& basis, double price_ratio, double rule) {
  Question question;
  question.council = council.name;
  question.spend = council.spend.front();
  for (std::size_t year = 0; year < council.spend.size(); ++year) question.totals.push_back(council.total(year));
  question.cutting_rule = rule;
  question.share_of_cut_common = share_common(basis, council, price_ratio);
  return question;
}

}  // namespace

std::vector<Sharing> shared_by_rules(const CutHistory& history, double price_ratio, const ByService& ended_grants,
                                     const program::Program& program) {
  const Council all = together(history);
  const ByService ended = ended_shares(history, ended_grants);
  const auto share = [&](std::string_view rule, const Council& council, const Council* without) {
    return shared_by(rule, basis_of(all, without, price_ratio, program, ended), council.spend.front(),
                     council.total(council.spend.size() - 1) * price_ratio);
  };
  std::vector<Sharing> sharings;
  for (const CutRule& rule : cut_rules()) {
    Sharing& sharing = sharings.emplace_back(Sharing{std::string(rule.name), rule.is_told_total, {}, {}});
    sharing.together = share(rule.name, all, nullptr);
    for (const Council& council : history.spending.councils) {
      sharing.of_councils.push_back(share(rule.name, council, &council));
    }
  }
  return sharings;
}

std::vector<Sharing> shared_by_model(const CutHistory& history, double price_ratio, const program::Program& program,
                                     base::Diagnostics& diagnostics) {
  const Council all = together(history);
  std::vector<Sharing> sharings;
  for (const auto& [number, name] : model_rules) {
    std::vector<Question> questions = {
        question_of(all, basis_of(all, nullptr, price_ratio, program), price_ratio, number)};
    for (const Council& council : history.spending.councils) {
      questions.push_back(question_of(council, basis_of(all, &council, price_ratio, program), price_ratio, number));
    }
    const std::vector<Spending> answers = ask_model(questions, history.spending.first, program, diagnostics);
    if (diagnostics.has_errors()) return {};
    Sharing& sharing = sharings.emplace_back(Sharing{name, true, {}, {}});
    for (std::size_t number_of = 0; number_of < answers.size(); ++number_of) {
      // The model may leave money unspent; what is asked is how all of it is shared.
      const ByService& last = answers[number_of].back();
      const ByService amounts = times(last, questions[number_of].totals.back() * price_ratio / total_of(last));
      if (number_of == 0) {
        sharing.together = amounts;
      } else {
        sharing.of_councils.push_back(amounts);
      }
    }
  }
  return sharings;
}

std::vector<double> change_by_money(const CutHistory& history, double price_ratio, Money whose,
                                    const program::Program& program, base::Diagnostics& diagnostics) {
  const std::size_t years = history.spending.years;
  if (history.spending.first.start + static_cast<int>(years) - 1 >= money_break_year) return {};
  std::vector<FreeMoney> all(years);
  for (const std::vector<FreeMoney>& money : history.money) {
    for (std::size_t year = 0; year < years; ++year) {
      all[year].council_tax += money[year].council_tax;
      all[year].grants += money[year].grants;
    }
  }
  std::vector<Question> questions;
  for (std::size_t number = 0; number < history.spending.councils.size(); ++number) {
    const Council& council = history.spending.councils[number];
    Question& question = questions.emplace_back();
    question.council = council.name;
    question.spend = council.spend.front();
    const double on_grants = history.grant_dependence(number);
    const std::vector<FreeMoney>& told = whose == Money::own ? history.money[number] : all;
    for (const FreeMoney& money : told) {
      question.totals.push_back(council.total(0) * ((1 - on_grants) * money.council_tax / told.front().council_tax +
                                                    on_grants * money.grants / told.front().grants));
    }
  }
  const std::vector<Spending> answers = ask_model(questions, history.spending.first, program, diagnostics);
  std::vector<double> changes;
  for (std::size_t number = 0; number < answers.size(); ++number) {
    changes.push_back(total_of(answers[number].back()) * price_ratio / history.spending.councils[number].total(0) - 1);
  }
  return changes;
}

}  // namespace commonweal::review
