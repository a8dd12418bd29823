// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "program/program.h"
#include "review/cut_history.h"
#include "review/cut_rules.h"
#include "review/provenance.h"

/// How services were cut between two years, and what rules of sharing a cut say of it. Amounts are in prices of the
/// first year, changes shares of 1: -0.2 is a fifth less.
namespace commonweal::review {

/// Services as cuts are told of: both kinds of care together, since the return of 2010-11 does not part them.
inline constexpr std::array<std::string_view, services.size() - 1> blocks = {"care",
                                                                             "highways and transport",
                                                                             "housing",
                                                                             "culture and leisure",
                                                                             "environment and waste",
                                                                             "planning and economy",
                                                                             "central services"};
using ByBlock = std::array<double, blocks.size()>;

ByBlock by_block(const ByService& amounts);

/// One way of sharing, for all councils taken as one and for each of them: spend in the last year.
struct Sharing {
  std::string rule;
  bool is_told_total = true;
  ByService together{};
  std::vector<ByService> of_councils;
};

/// How near a rule comes.
struct RuleResult {
  std::string rule;
  bool is_told_total = true;
  ByBlock change{};             ///< of all councils together
  double mean_error = 0;        ///< mean over blocks of how far that is from what was seen, share of the block
  double rank_correlation = 0;  ///< Spearman's, of the blocks' changes with those seen
  double care_share = 0;        ///< of spend on all blocks, all councils together
  double council_mean = 0;      ///< absolute error as a share of a block's spend, mean over councils and blocks
  double council_median = 0;    ///< the same, median
  double council_weighted = 0;  ///< all errors in pounds over all spend
  double care_response = 0;  ///< how much further care falls where the total falls 1% further, told by grant dependence
};

/// A straight line through councils: change of spend against dependence on grants.
struct Slope {
  double slope = 0, standard_error = 0, correlation = 0;
  std::size_t councils = 0;
};

struct KindSlope {
  std::string kind;
  Slope slope;
};

struct Cuts {
  base::FinancialYear from, to;
  double price_ratio = 1;  ///< from money of the last year to that of the first
  std::size_t councils = 0;
  std::vector<std::string> left_out, adjusted;
  ByBlock before{}, change{};  ///< of all councils together: GBP million, and what was seen
  double total_before = 0, total_change = 0, care_share_before = 0, care_share_after = 0, care_response = 0;
  double all_services = 0;  ///< of all councils, districts and levies among them, in the first year, GBP million
  std::vector<RuleResult> rules;
  Slope dependence;
  double dependence_low = 0, dependence_high = 0;  ///< eight councils of ten lie between
  std::vector<KindSlope> dependence_by_kind;
  /// What the model says, told the money of all councils together, and each council's own; nothing where money cannot
  /// be compared, or no model was run.
  std::optional<Slope> model_dependence, model_dependence_own;
};

/// Blocks smaller than this, GBP million, do not count in errors over councils: a few thousand pounds are a large
/// share.
inline constexpr double smallest_block = 3;

/// What the rules say, told the weights of `program` and the grants that ended, GBP million of each service.
std::vector<Sharing> shared_by_rules(const CutHistory& history, double price_ratio, const ByService& ended_grants,
                                     const program::Program& program);

/// What the model says, told what each council spent in all in every year; by its rules 1 to 3. Faults: of the model.
std::vector<Sharing> shared_by_model(const CutHistory& history, double price_ratio, const program::Program& program,
                                     base::Diagnostics& diagnostics);

/// Whose tax and grants the model is told.
enum class Money : std::uint8_t {
  of_all,  ///< each council's moved as those of all councils together
  own,     ///< each council's own, as it knew them when the settlement was published
};

/// The model's change of spend where money moved like that, nothing fitted: [council]. Empty beyond `money_break_year`.
/// Faults: of the model.
std::vector<double> change_by_money(const CutHistory& history, double price_ratio, Money whose,
                                    const program::Program& program, base::Diagnostics& diagnostics);

/// The same for both, in the order of `Money`.
struct ChangeByMoney {
  std::vector<double> of_all, own;
};

/// Holds them against what was seen.
Cuts cuts(const CutHistory& history, double price_ratio, const std::vector<Sharing>& sharings,
          const ChangeByMoney& change_by_money);

std::string json(const Cuts& cuts, const Provenance& made_of);
std::string text(const Cuts& cuts);

}  // namespace commonweal::review
