// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "ensemble/block.h"
#include "ensemble/draws.h"

namespace commonweal::ensemble {

/// The years, counted from a run's first, in which an event that it watches comes about.
std::vector<std::size_t> years_with(const study::Event& event, const Kept& kept, const study::Run& run,
                                    const std::vector<double>& figures);

/// Gathers draws into clouds, in room that does not grow with their number. Draws must come in their order: sketches
/// and sums are the same to the last bit then.
class CloudGatherer {
 public:
  /// `task` must outlive it. The first of its runs is the headline, with which others of its place are compared.
  CloudGatherer(const DrawTask& task, const study::Study& study);

  void add(const Block& block);

  std::uint64_t failures() const;

  /// What has been gathered.
  const Draws& draws() const { return draws_; }

  /// All draws have been added: takes the scenarios together that the study wants so.
  Draws finish() &&;

  /// Gives what has been gathered to `write`, piece by piece.
  void save(const std::function<void(std::string_view)>& write) const;
  void load(base::ByteReader& bytes);

 private:
  /// A future that could be computed.
  struct Computed {
    std::uint64_t draw = 0;
    std::span<const double> figures;
  };

  static void add(Cloud& cloud, const std::vector<Computed>& futures);
  void count_events(Cloud& cloud, const study::Run& run, std::uint64_t draw, const std::vector<double>& figures) const;
  static void add_failure(Cloud& cloud, std::uint64_t draw, const std::string& fault);
  void add_differences(Cloud& cloud, std::uint64_t first, std::span<const DrawnFuture> of,
                       std::span<const DrawnFuture> from) const;
  Pool pool() const;

  const DrawTask& task_;
  std::vector<std::size_t> compared_;  ///< of each difference: which run it is of
  Draws draws_;
};

}  // namespace commonweal::ensemble
