// SPDX-License-Identifier: Apache-2.0
#include "returns/lines.h"

#include <array>

#include "base/text.h"

namespace commonweal::returns {

namespace {

// clang-format off: one line of the return a line
constexpr std::array<Line, 65> all_lines = {{
    {"education services", "educationservices", LineKind::amount, Part::education},
    {"highways and transport services", "highwaysandtransport", LineKind::amount, Part::highways},
    {"social care", "socialcare", LineKind::amount, Part::children_and_adult},
    {"children's social care", "childrensocialcare|childrenssocialcare", LineKind::amount, Part::children},
    {"adult social care", "adultsocialcare", LineKind::amount, Part::adult},
    {"public health", "publichealth", LineKind::amount, Part::public_health},
    {"housing services", "housingservices", LineKind::amount, Part::housing},
    {"cultural and related services", "culturalandrelated", LineKind::amount, Part::culture},
    {"environmental and regulatory services", "environmentalandregulatory", LineKind::amount, Part::environment},
    {"planning and development services", "planninganddevelopment", LineKind::amount, Part::planning},
    {"police services", "policeservices", LineKind::amount, Part::not_ours},
    {"fire and rescue services", "fireandrescue", LineKind::amount, Part::not_ours},
    {"central services", "centralservices", LineKind::amount, Part::central},
    {"other services", "otherservices", LineKind::amount, Part::central},
    {"total service expenditure", "totalserviceexpenditure", LineKind::total, Part::none},
    {"mandatory student awards", "educationstudentsupport", LineKind::amount, Part::education},
    {"rent allowances", "housingbenefitsrentallowances", LineKind::amount, Part::benefits},
    {"rent rebates outside the housing revenue account", "housingbenefitsnonhra", LineKind::amount, Part::benefits},
    {"rent rebates to council tenants", "housingbenefitsrentrebatestohra", LineKind::amount, Part::benefits},
    {"subsidy limitation transfers", "housingbenefitssubsidylimitation", LineKind::amount, Part::benefits},
    {"contribution to the housing revenue account", "contributiontothehra", LineKind::amount, Part::other},
    {"parish precepts", "parishprecepts", LineKind::amount, Part::other},
    {"integrated transport authority levy", "integratedtransportauthoritylevy", LineKind::amount, Part::levies},
    {"waste disposal authority levy", "wastedisposalauthoritylevy", LineKind::amount, Part::levies},
    {"London Pensions Fund Authority levy", "londonpensionsfund", LineKind::amount, Part::levies},
    {"other levies", "otherlevies", LineKind::amount, Part::levies},
    {"external trading accounts", "externaltradingaccounts", LineKind::amount, Part::other},
    {"internal trading accounts", "internaltradingaccounts", LineKind::amount, Part::other},
    {"capital in external trading accounts", "capitalchargesaccountedforinexternal|capitalitemsaccountedforinexternal", LineKind::amount, Part::other},
    {"capital in internal trading accounts", "capitalchargesaccountedforininternal|capitalitemsaccountedforininternal", LineKind::amount, Part::other},
    {"accumulated absences adjustment", "appropriationstofromaccumulatedabsences", LineKind::amount, Part::other},
    {"adjustments to net current expenditure", "adjustmentstonetcurrent", LineKind::amount, Part::other},
    {"net current expenditure", "netcurrentexpenditure", LineKind::total, Part::none},
    {"council tax benefit", "localtaxcollectioncounciltaxbenefit", LineKind::amount, Part::benefits},
    {"discretionary rate relief", "localtaxcollectionnondomestic", LineKind::amount, Part::other},
    {"flood defence levy", "levyenvironmentagency", LineKind::amount, Part::levies},
    {"capital charged to revenue", "capitalexpenditurechargedtothegf", LineKind::amount, Part::capital},
    {"provision for bad debts", "provisionforbaddebts", LineKind::amount, Part::other},
    {"provision for repayment of principal", "provisionforrepayment", LineKind::amount, Part::capital},
    {"leasing payments", "leasingpayments", LineKind::amount, Part::capital},
    {"interest paid", "interestpayable|interestexternalpayments|interestpayments", LineKind::amount, Part::capital},
    {"interest of the housing revenue account", "interesthraitem", LineKind::amount, Part::capital},
    {"subtotal", "subtotal", LineKind::total, Part::none},
    {"interest received", "interestandinvestmentincome", LineKind::amount, Part::capital},
    {"private finance difference", "privatefinanceinitiative", LineKind::amount, Part::capital},
    {"financial instruments adjustment", "appropriationstofromfinancialinstruments", LineKind::amount, Part::other},
    {"unequal pay adjustment", "appropriationstofromunequalpay|appropriationstofromunequalbackpay", LineKind::amount, Part::other},
    {"grants outside aggregate external finance", "specificandspecialrevenuegrantsoutside|specificandspecialgrantsoutside", LineKind::amount, Part::specific_grants},
    {"business rates supplement", "businessratessupplement", LineKind::amount, Part::other},
    {"community infrastructure levy", "communityinfrastructurelevy", LineKind::amount, Part::other},
    {"carbon reduction commitment", "carbonreductioncommitment", LineKind::amount, Part::other},
    {"revenue expenditure", "revenueexpenditure", LineKind::total, Part::none},
    {"local services support grant", "localservicessupportgrant|areabasedgrant", LineKind::amount, Part::general_grant},
    {"grants inside aggregate external finance", "specificandspecialrevenuegrantsinside|specificandspecialgrantsinside", LineKind::amount, Part::specific_grants},
    {"net revenue expenditure", "netrevenueexpenditure", LineKind::total, Part::none},
    {"transfers between authorities", "interauthoritytransfers", LineKind::amount, Part::other},
    {"payments into schools' reserves", "appropriationstofromschools", LineKind::amount, Part::schools_reserves},
    {"payments into earmarked reserves", "appropriationstofromotherearmarked|appropriationstofrompublichealth", LineKind::amount, Part::earmarked},
    {"payments into unallocated reserves", "appropriationstofromunallocated", LineKind::amount, Part::unallocated},
    {"budget requirement", "thebudgetrequirement", LineKind::total, Part::none},
    {"revenue support grant and general grants", "revenuesupportgrant|policegrant|generalglagrant|otheritems", LineKind::amount, Part::general_grant},
    {"business rates", "redistributednondomestic|retainedincomefromrate|retainedincomefrombusiness", LineKind::amount, Part::business_rates},
    {"council tax requirement", "counciltaxrequirement", LineKind::total, Part::council_tax},
    {"earmarked reserves at 1 April", "otherearmarkedfinancialreserveslevel|estimatedotherearmarkedfinancialreserveslevelatapril|estimatedpublichealthfinancialreserveslevelatapril|publichealthfinancialreserveslevel", LineKind::level, Part::opening_earmarked},
    {"unallocated reserves at 1 April", "unallocatedfinancialreserveslevel|estimatedunallocatedfinancialreserveslevelatapril", LineKind::level, Part::opening_unallocated},
}};
// clang-format on

/// Letters of a heading in lower case.
std::string letters_of(std::string_view heading) {
  std::string letters;
  for (const char letter : base::lower(heading)) {
    if (letter >= 'a' && letter <= 'z') letters += letter;
  }
  return letters;
}

}  // namespace

std::span<const Line> lines() {
  return all_lines;
}

const Line* line_of(std::string_view heading) {
  const std::string letters = letters_of(heading);
  const Line* best = nullptr;
  std::size_t longest = 0;
  for (const Line& line : all_lines) {
    for (const std::string_view begin : base::split(line.headings, '|')) {
      if (begin.size() <= longest || !letters.starts_with(begin)) continue;
      best = &line;
      longest = begin.size();
    }
  }
  return best;
}

}  // namespace commonweal::returns
