// SPDX-License-Identifier: Apache-2.0
#include "review/ended_grants.h"

#include <array>
#include <string_view>
#include <utility>

#include "base/csv_row.h"
#include "base/files.h"

namespace commonweal::review {

namespace {

constexpr auto service_words = [] {
  std::array<std::pair<std::string_view, std::size_t>, services.size()> words{};
  for (std::size_t service = 0; service < services.size(); ++service) words[service] = {services[service], service};
  return words;
}();

}  // namespace

std::vector<EndedGrant> read_ended_grants(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  std::vector<EndedGrant> grants;
  const base::SharedSource source = base::read_text(path, diagnostics);
  if (!source) return grants;
  const base::CsvTable table =
      base::parse_csv(source, {"grant", "service", "last", "amount", "source", "note"}, diagnostics);
  for (std::size_t number = 0; number < table.rows.size(); ++number) {
    const base::CsvRow row(table, number, diagnostics);
    const std::string name = row.text("grant");
    const std::size_t service = row.choice("service", service_words);
    const auto last = row.optional_year("last");
    const double amount = row.number("amount");
    row.text("source");
    if (amount <= 0) {
      diagnostics.error("bad-amount", row.position("amount"), "what a grant paid is above 0, in GBP million");
    } else if (last) {
      grants.push_back({name, service, *last, amount});
    }
  }
  return grants;
}

ByService paid_until(const std::vector<EndedGrant>& grants, base::FinancialYear year) {
  ByService paid{};
  for (const EndedGrant& grant : grants) {
    if (grant.last.start == year.start) paid[grant.service] += grant.amount;
  }
  return paid;
}

}  // namespace commonweal::review
