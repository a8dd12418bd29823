// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// The C that is the same for every program: what stands before its equations, and after them.
namespace commonweal::program {

inline constexpr std::string_view c_runtime_before = R"(
#include <math.h>
#include <stdlib.h>
#include <string.h>

#ifdef COMMONWEAL_OWN_MATHS
double (*exponential)(double), (*natural_logarithm)(double), (*power)(double, double);
#else
#define exponential exp
#define natural_logarithm log
#define power pow
#endif

static double v[slots];
double *const commonweal_values = v;

static inline double smaller(double a, double b) { return b < a ? b : a; }
static inline double larger(double a, double b) { return b > a ? b : a; }

/* Straight lines between points, the end values beyond them. */
static inline double read_table(const double *x, const double *y, int count, double at) {
  int next = 0;
  while (next < count && !(x[next] > at)) ++next;
  if (next == 0) return y[0];
  if (next == count) return y[count - 1];
  return y[next - 1] + (y[next] - y[next - 1]) * ((at - x[next - 1]) / (x[next] - x[next - 1]));
}

static inline double allocated(double request, double priority, double clearing, double width) {
  const double above = (priority - clearing) / width;
  return request * (above < 0 ? 0 : above > 1 ? 1 : above);
}

/* What requester `place` gets: the clearing priority is where supply is used up, found by halving. */
static inline double allocate(const double *requests, const double *priorities, int count, double width, double supply,
                              int place) {
  double asked = 0, lowest = INFINITY, highest = -INFINITY;
  if (!(width > 0)) return NAN;
  for (int i = 0; i < count; ++i) {
    asked += requests[i];
    lowest = smaller(lowest, priorities[i]);
    highest = larger(highest, priorities[i]);
  }
  if (asked <= supply) return requests[place];
  double low = lowest - width, high = highest;
  for (;;) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return allocated(requests[place], priorities[place], high, width);
    double total = 0;
    for (int i = 0; i < count; ++i) total += allocated(requests[i], priorities[i], middle, width);
    if (total > supply) low = middle; else high = middle;
  }
}

)";

inline constexpr std::string_view c_runtime_after = R"(
static struct { int count; const double *times, *values; } points[series_room];

void commonweal_series(int i, int count, const double *times, const double *values) {
  points[i].count = count;
  points[i].times = times;
  points[i].values = values;
}

/* 0: the last point holds; 1: the next is taken; 2: a straight line between them. */
static double read_series(int i, double time) {
  const double *times = points[i].times, *values = points[i].values;
  const int count = points[i].count, between = series_slots[i].between;
  int after = 0;
  if (count == 0) return 0;
  while (after < count && !(times[after] > time)) ++after;
  if (after == 0) return values[0];
  if (after == count || times[after - 1] == time || between == 0) return values[after - 1];
  if (between == 1) return values[after];
  return values[after - 1] +
         (values[after] - values[after - 1]) * ((time - times[after - 1]) / (times[after] - times[after - 1]));
}

static void begin_moment(double time, double step) {
  v[time_slot] = time;
  for (int i = 0; i < series_count; ++i) v[series_slots[i].slot] = read_series(i, time);
  for (int i = 0; i < ahead_count; ++i) {
    v[ahead_slots[i].slot] = read_series(ahead_slots[i].series, time + ahead_slots[i].fraction * step);
  }
}

static struct { double steps; size_t filled, next, room; double *waiting; } lines[delay_room];

static void start_delays(void) {
  for (int i = 0; i < delay_count; ++i) {
    lines[i].steps = larger(1, round(v[delay_slots[i].time] / v[time_step]));
  }
}

static void move_delays(void) {
  for (int i = 0; i < delay_count; ++i) {
    if ((double)lines[i].filled < lines[i].steps) {
      if (lines[i].filled == lines[i].room) {
        lines[i].room = 2 * lines[i].room + 8;
        lines[i].waiting = realloc(lines[i].waiting, lines[i].room * sizeof(double));
        if (!lines[i].waiting) abort();
      }
      lines[i].waiting[lines[i].filled++] = v[delay_slots[i].input];
      if ((double)lines[i].filled < lines[i].steps) continue;
    } else {
      lines[i].waiting[lines[i].next] = v[delay_slots[i].input];
      lines[i].next = (lines[i].next + 1) % lines[i].filled;
    }
    v[delay_slots[i].output] = lines[i].waiting[lines[i].next];
  }
}

static void end_delays(void) {
  for (int i = 0; i < delay_count; ++i) {
    free(lines[i].waiting);
    memset(&lines[i], 0, sizeof lines[i]);
  }
}

void commonweal_run(void (*observe)(void *), void *context) {
  controls();
  const double begun = v[initial_time];
  begin_moment(begun, 0);
  initialise();
  start_delays();
  double since = begun, steps_since = 0, step = v[time_step];
  for (;; ++steps_since) {
    const double time = since + steps_since * step;
    if (time > v[final_time] + step / 2) break;
    begin_moment(time, step);
    advance();
    observe(context);
    rates();
    stages();
    if (v[time_step] != step) {
      step = v[time_step];
      since = time;
      steps_since = 0;
    }
    move_stocks(step);
    move_delays();
  }
  end_delays();
}
)";

}  // namespace commonweal::program
