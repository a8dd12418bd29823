// SPDX-License-Identifier: Apache-2.0
#include "ensemble/draw_tables.h"

#include <algorithm>
#include <limits>
#include <vector>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/csv.h"
#include "base/text.h"
#include "ensemble/clouds.h"

namespace commonweal::ensemble {

namespace {

std::string name_of(const Output& output) {
  return study::text({output.variable, output.element});
}

/// The years of a run whose figures are written down: those asked for, or its last.
std::vector<std::size_t> scalar_years(const DrawTask& task, const study::Run& run) {
  std::vector<std::size_t> years;
  for (const base::FinancialYear year : task.design->scalar_years) {
    if (run.first.start <= year.start && year.start <= run.last.start) {
      years.push_back(static_cast<std::size_t>(year.start - run.first.start));
    }
  }
  if (task.design->scalar_years.empty()) years.push_back(years_of(run) - 1);
  return years;
}

base::FinancialYear year_at(const study::Run& run, std::size_t year) {
  return {run.first.start + static_cast<int>(year)};
}

void append_future(const DrawTask& task, const study::Run& run, const DrawnFuture& future, std::string& row) {
  const std::size_t years = years_of(run);
  for (std::size_t output = 0; output < task.kept.outputs.size(); ++output) {
    for (const std::size_t year : scalar_years(task, run)) {
      row += ',';
      if (!future.fault) row += base::shortest(future.figures[output * years + year]);
    }
  }
  for (const study::Event& event : task.design->events) {
    row += ',';
    if (future.fault) continue;
    const std::vector<std::size_t> with = years_with(event, task.kept, run, future.figures);
    if (!with.empty()) row += year_at(run, with.front()).text();
  }
}

}  // namespace

std::string scalar_header(const DrawTask& task, const study::Study& study) {
  std::vector<std::string> columns{"draw"};
  for (const study::DrawnConstant& constant : task.design->constants) columns.push_back(study::text(constant.name));
  for (const study::Run* run : task.runs) {
    const std::string& scenario = study.scenarios[run->scenario].id;
    for (const Output& output : task.kept.outputs) {
      for (const std::size_t year : scalar_years(task, *run)) {
        columns.push_back(fmt::format("{}: {} {}", scenario, name_of(output), year_at(*run, year).text()));
      }
    }
    for (const study::Event& event : task.design->events) {
      columns.push_back(fmt::format("{}: {}, first in", scenario, event.name));
    }
  }
  return base::csv_line(columns);
}

std::string scalar_rows(const DrawTask& task, const Block& block) {
  std::string rows;
  for (std::size_t i = 0; i < block.constants.size(); ++i) {
    rows += fmt::format("{}", block.first + i);
    for (const double constant : block.constants[i]) rows += "," + base::shortest(constant);
    for (std::size_t run = 0; run < task.runs.size(); ++run) {
      append_future(task, *task.runs[run], block.futures[run][i], rows);
    }
    rows += "\r\n";
  }
  return rows;
}

std::string figure_bytes(const DrawTask& task, const Block& block) {
  base::ByteWriter bytes;
  for (std::size_t i = 0; i < block.constants.size(); ++i) {
    for (const double constant : block.constants[i]) bytes.number(constant);
    for (std::size_t run = 0; run < task.runs.size(); ++run) {
      const DrawnFuture& future = block.futures[run][i];
      for (const double figure : future.figures) {
        bytes.number(future.fault ? std::numeric_limits<double>::quiet_NaN() : figure);
      }
    }
  }
  return std::move(bytes).take();
}

}  // namespace commonweal::ensemble
