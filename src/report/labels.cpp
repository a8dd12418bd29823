// SPDX-License-Identifier: Apache-2.0
#include "report/labels.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace commonweal::report {
namespace {

/// Width of a letter as a share of the font size, in a few classes of Arial's widths.
double letter_width(char letter) {
  constexpr std::string_view narrow = "ijltfrI.,:;'|()[]! -/";
  constexpr std::string_view wide = "mwMW%@";
  if (narrow.find(letter) != std::string_view::npos) return 0.34;
  if (wide.find(letter) != std::string_view::npos) return 0.89;
  if (letter >= 'A' && letter <= 'Z') return 0.71;
  return 0.56;
}

/// Labels that touch and therefore move as one.
struct Cluster {
  std::size_t first, last;  ///< positions in the sorted order, both inside
  double height;
  double wish;  ///< sum over its labels of the cluster centre that each would like best
};

double centre_of(const Cluster& cluster, double low, double high) {
  const double wanted = cluster.wish / static_cast<double>(cluster.last - cluster.first + 1);
  const double lowest = low + cluster.height / 2;
  const double highest = std::max(lowest, high - cluster.height / 2);
  return std::clamp(wanted, lowest, highest);
}

}  // namespace

double text_width(std::string_view text, double size) {
  double width = 0;
  for (const char letter : text) {
    const bool continues_character = (static_cast<unsigned char>(letter) & 0xc0) == 0x80;
    if (!continues_character) width += letter_width(letter);
  }
  return width * size;
}

std::vector<std::string> wrapped(std::string_view text, double width, double size) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    const std::string longer = line.empty() ? std::string(word) : line + ' ' + std::string(word);
    if (!line.empty() && text_width(longer, size) > width) {
      lines.push_back(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

// Labels are taken in order of their centres. Each begins as a cluster of its own; while a cluster overlaps the one
// before it, the two are joined, and the joined cluster is put where its labels on average would like it. This is
// the least-squares answer, found in one pass (pool adjacent violators).
void push_apart(std::vector<double>& centres, const std::vector<double>& heights, double low, double high) {
  std::vector<std::size_t> order(centres.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t one, std::size_t other) { return centres[one] < centres[other]; });

  const double total = std::accumulate(heights.begin(), heights.end(), 0.0);
  const double squeeze = total > high - low ? (high - low) / total : 1;

  std::vector<Cluster> clusters;
  for (std::size_t place = 0; place < order.size(); ++place) {
    Cluster cluster{place, place, heights[order[place]] * squeeze, centres[order[place]]};
    while (!clusters.empty()) {
      const Cluster& before = clusters.back();
      const double gap =
          centre_of(cluster, low, high) - cluster.height / 2 - (centre_of(before, low, high) + before.height / 2);
      if (gap >= -1e-9) break;
      // Joined, the earlier labels sit half the later cluster's height before the joint centre, and the reverse.
      const auto earlier_count = static_cast<double>(before.last - before.first + 1);
      const auto later_count = static_cast<double>(cluster.last - cluster.first + 1);
      cluster = {before.first, cluster.last, before.height + cluster.height,
                 before.wish + earlier_count * cluster.height / 2 + cluster.wish - later_count * before.height / 2};
      clusters.pop_back();
    }
    clusters.push_back(cluster);
  }

  for (const Cluster& cluster : clusters) {
    double edge = centre_of(cluster, low, high) - cluster.height / 2;
    for (std::size_t place = cluster.first; place <= cluster.last; ++place) {
      const double height = heights[order[place]] * squeeze;
      centres[order[place]] = edge + height / 2;
      edge += height;
    }
  }
}

}  // namespace commonweal::report
