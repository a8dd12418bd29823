// SPDX-License-Identifier: Apache-2.0
#include "audit/coalitions.h"

#include "appraisal/shapley.h"

namespace commonweal::audit {

namespace {

constexpr std::size_t first_member = 1;

}  // namespace

Coalitions::Coalitions(Book& book, const std::vector<std::string>& agencies) : agencies_(agencies.size()) {
  Sheet& sheet = book.sheets.emplace_back(
      "Coalitions", "Sets of agencies (1: it is in), and how much each set’s worth counts in an agency’s fair share");
  sheet_ = &sheet;
  sheet.words(head_row, 0, "Set");
  for (std::size_t agency = 0; agency < agencies_; ++agency) {
    sheet.words(head_row, first_member + agency, agencies[agency]);
    sheet.words(head_row, first_member + agencies_ + agency, "Counts for " + agencies[agency]);
  }
  for (std::size_t set = 0; set < count(); ++set) {
    sheet.engine(first_row + set, 0, static_cast<double>(set), 0);
    for (std::size_t agency = 0; agency < agencies_; ++agency) {
      sheet.engine(first_row + set, first_member + agency, static_cast<double>((set >> agency) & 1U), 0);
    }
    // The share of a game in which this set alone is worth something.
    std::vector<double> worth(count(), 0.0);
    worth[set] = 1;
    const std::vector<double> counts = appraisal::shapley(worth);
    for (std::size_t agency = 0; agency < agencies_; ++agency) {
      sheet.engine(first_row + set, first_member + agencies_ + agency, counts[agency], 6);
    }
  }
}

Range Coalitions::members(std::size_t set) const {
  return sheet_->across(first_row + set, first_member, first_member + agencies_ - 1);
}

Range Coalitions::counts_for(std::size_t agency) const {
  return sheet_->down(first_member + agencies_ + agency, first_row, first_row + count() - 1);
}

}  // namespace commonweal::audit
