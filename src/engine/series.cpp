// SPDX-License-Identifier: Apache-2.0
#include "engine/series.h"

#include <algorithm>

namespace commonweal::engine {

double read_points(const program::SeriesPoints& points, program::Between between, double time) {
  if (points.times.empty()) return 0;
  const auto after = std::upper_bound(points.times.begin(), points.times.end(), time);
  if (after == points.times.begin()) return points.values.front();
  const auto before = static_cast<std::size_t>(after - points.times.begin()) - 1;
  if (after == points.times.end() || points.times[before] == time) return points.values[before];
  const double value = points.values[before], next = points.values[before + 1];
  switch (between) {
    case program::Between::take_next: return next;
    case program::Between::straight:
      return value + (next - value) * ((time - points.times[before]) / (*after - points.times[before]));
    case program::Between::hold_last: break;
  }
  return value;
}

}  // namespace commonweal::engine
