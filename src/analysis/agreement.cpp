// SPDX-License-Identifier: Apache-2.0
#include "analysis/agreement.h"

#include <algorithm>

namespace commonweal::analysis {

namespace {

void judge(const ReconciliationRow& row, int& judged, int& agreeing, int& not_judged) {
  if (!row.tolerance) {
    ++not_judged;
    return;
  }
  ++judged;
  if (row.within) ++agreeing;
}

void count(const ReconciliationRow& row, Agreement& sum) {
  using study::Role;
  switch (row.role) {
    case Role::fitted: ++sum.fitted; break;
    case Role::given: ++sum.given; break;
    case Role::predicted: judge(row, sum.predictions_judged, sum.predictions_agreeing, sum.not_judged); break;
    case Role::base: judge(row, sum.base_judged, sum.base_agreeing, sum.not_judged); break;
    case Role::consistent: judge(row, sum.consistent_judged, sum.consistent_agreeing, sum.not_judged); break;
  }
}

}  // namespace

Agreement agreement(const std::vector<ReconciliationRow>& rows) {
  Agreement sum;
  for (const ReconciliationRow& row : rows) count(row, sum);
  return sum;
}

std::vector<PlaceAgreement> agreement_by_place(const std::vector<ReconciliationRow>& rows) {
  std::vector<PlaceAgreement> found;
  for (const ReconciliationRow& row : rows) {
    auto of_place = std::ranges::find(found, row.place, &PlaceAgreement::place);
    if (of_place == found.end()) of_place = found.insert(found.end(), PlaceAgreement{row.place, {}});
    count(row, of_place->agreement);
  }
  return found;
}

}  // namespace commonweal::analysis
