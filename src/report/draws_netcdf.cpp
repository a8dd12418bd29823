// SPDX-License-Identifier: Apache-2.0
#include "report/draws_netcdf.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <fstream>
#include <limits>
#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <netcdf.h>
#include <unistd.h>

#include "base/files.h"

namespace commonweal::report {

namespace {

using ensemble::DrawTask;

constexpr std::size_t draws_at_once = 256;

/// A name that every program that reads NetCDF takes: letters, digits and underscores.
std::string plain_name(const std::string& name) {
  std::string plain;
  for (const char letter : name) {
    const bool is_plain = std::isalnum(static_cast<unsigned char>(letter)) != 0;
    if (is_plain) plain += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    if (!is_plain && !plain.empty() && plain.back() != '_') plain += '_';
  }
  while (plain.ends_with('_')) plain.pop_back();
  return plain;
}

/// As the conventions for climate data, which most programs know, have it.
std::string plain_unit(const std::string& unit) {
  return unit == "dimensionless" ? "1" : unit;
}

/// One file while it is written. After the first failure everything does nothing, and `why` tells.
class Writer {
 public:
  Writer(const DrawTask& task, const study::Study& study) : task_(task), study_(study) {
    first_ = task.runs.front()->first.start;
    int last = first_;
    for (const study::Run* run : task.runs) {
      first_ = std::min(first_, run->first.start);
      last = std::max(last, run->last.start);
    }
    years_ = static_cast<std::size_t>(last - first_ + 1);
    doubles_in_a_draw_ = task.design->constants.size();
    for (const study::Run* run : task.runs) doubles_in_a_draw_ += task.kept.outputs.size() * ensemble::years_of(*run);
  }

  void create(const std::filesystem::path& path) {
    check(nc_create(path.c_str(), NC_NETCDF4 | NC_CLOBBER, &file_));
    is_open_ = why.empty();
    check(nc_def_dim(file_, "draw", task_.design->draws, &draw_));
    check(nc_def_dim(file_, "scenario", task_.runs.size(), &scenario_));
    check(nc_def_dim(file_, "year", years_, &year_));
    text(NC_GLOBAL, "title", study_.title);
    text(NC_GLOBAL, "seed", fmt::format("{}", task_.design->seed));
    define_coordinates();
    for (const study::DrawnConstant& constant : task_.design->constants) {
      const int variable = define("input_" + plain_name(study::text(constant.name)), NC_DOUBLE, {draw_});
      text(variable, "long_name", study::text(constant.name));
      text(variable, "units", plain_unit(constant.unit));
      text(variable, "distribution", constant.words);
      inputs_.push_back(variable);
    }
    for (const ensemble::Output& output : task_.kept.outputs) {
      const std::string name = study::text({output.variable, output.element});
      const int variable = define(plain_name(name), NC_DOUBLE, {draw_, scenario_, year_});
      text(variable, "long_name", name);
      text(variable, "units", plain_unit(output.unit));
      outputs_.push_back(variable);
    }
    check(nc_enddef(file_));
  }

  void write_coordinates() {
    for (std::size_t i = 0; i < years_; ++i) {
      const int year = first_ + static_cast<int>(i);
      check(nc_put_var1_int(file_, year_values_, &i, &year));
    }
    for (std::size_t i = 0; i < task_.runs.size(); ++i) {
      const char* id = study_.scenarios[task_.runs[i]->scenario].id.c_str();
      check(nc_put_var1_string(file_, scenario_values_, &i, &id));
    }
  }

  void write_draws(const std::filesystem::path& figures) {
    std::ifstream table(figures, std::ios::binary);
    std::vector<double> rows;
    for (std::size_t first = 0; first < task_.design->draws && why.empty(); first += draws_at_once) {
      const std::size_t count = std::min<std::size_t>(draws_at_once, task_.design->draws - first);
      rows.resize(count * doubles_in_a_draw_);
      table.read(reinterpret_cast<char*>(rows.data()), static_cast<std::streamsize>(rows.size() * sizeof(double)));
      if (!table) {
        why = fmt::format("'{}' cannot be read to its end", figures.string());
        return;
      }
      write_rows(first, count, rows);
    }
  }

  void close() {
    if (is_open_) check(nc_close(file_));
    is_open_ = false;
  }

  std::string why;

 private:
  void check(int status) {
    if (status == NC_NOERR || !why.empty()) return;
    // The library says "HDF error" of whatever the system refused; the system knows better.
    why = errno == 0 ? nc_strerror(status) : base::reason({errno, std::generic_category()});
  }

  void text(int variable, const char* name, const std::string& value) {
    if (!value.empty()) check(nc_put_att_text(file_, variable, name, value.size(), value.c_str()));
  }

  int define(std::string name, int type, const std::vector<int>& dimensions) {
    while (!names_.insert(name).second) name += "_";
    int variable = 0;
    check(nc_def_var(file_, name.c_str(), type, static_cast<int>(dimensions.size()), dimensions.data(), &variable));
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    if (type == NC_DOUBLE) check(nc_def_var_fill(file_, variable, NC_FILL, &nothing));
    return variable;
  }

  void define_coordinates() {
    draw_values_ = define("draw", NC_INT64, {draw_});
    text(draw_values_, "long_name", "number of the draw");
    scenario_values_ = define("scenario", NC_STRING, {scenario_});
    text(scenario_values_, "long_name", "scenario of the study");
    year_values_ = define("year", NC_INT, {year_});
    text(year_values_, "long_name", "year in which the financial year begins, on 1 April");
    text(year_values_, "units", "year");
  }

  void write_rows(std::size_t first, std::size_t count, const std::vector<double>& rows) {
    std::vector<long long> draws(count);
    std::iota(draws.begin(), draws.end(), static_cast<long long>(first));
    check(nc_put_vara_longlong(file_, draw_values_, &first, &count, draws.data()));
    std::vector<double> column(count);
    for (std::size_t input = 0; input < inputs_.size(); ++input) {
      for (std::size_t i = 0; i < count; ++i) column[i] = rows[i * doubles_in_a_draw_ + input];
      check(nc_put_vara_double(file_, inputs_[input], &first, &count, column.data()));
    }
    std::size_t at = inputs_.size();
    for (std::size_t run = 0; run < task_.runs.size(); ++run) {
      const std::size_t years = ensemble::years_of(*task_.runs[run]);
      const auto offset = static_cast<std::size_t>(task_.runs[run]->first.start - first_);
      column.resize(count * years);
      for (const int output : outputs_) {
        for (std::size_t i = 0; i < count * years; ++i) {
          column[i] = rows[i / years * doubles_in_a_draw_ + at + i % years];
        }
        const std::array<std::size_t, 3> start{first, run, offset}, extent{count, 1, years};
        check(nc_put_vara_double(file_, output, start.data(), extent.data(), column.data()));
        at += years;
      }
    }
  }

  const DrawTask& task_;
  const study::Study& study_;
  int first_ = 0;
  std::size_t years_ = 0, doubles_in_a_draw_ = 0;
  int file_ = 0, draw_ = 0, scenario_ = 0, year_ = 0;
  int draw_values_ = 0, scenario_values_ = 0, year_values_ = 0;
  bool is_open_ = false;
  std::vector<int> inputs_, outputs_;
  std::set<std::string> names_;
};

}  // namespace

NetcdfFile::NetcdfFile(std::filesystem::path path)
    : path_(std::move(path)),
      beside_(path_.parent_path() / fmt::format(".{}.new-{}", path_.filename().string(), ::getpid())) {}

NetcdfFile::~NetcdfFile() {
  std::error_code ignored;
  std::filesystem::remove(beside_, ignored);
}

void NetcdfFile::report(const std::string& why, base::Diagnostics& diagnostics) const {
  diagnostics.error("unwritable-file", base::Position::file(path_.string()),
                    fmt::format("'{}' cannot be written: {}", path_.string(), why));
}

bool NetcdfFile::write(const ensemble::DrawTask& task, const study::Study& study, const std::filesystem::path& figures,
                       base::Diagnostics& diagnostics) {
  errno = 0;
  Writer writer(task, study);
  writer.create(beside_);
  writer.write_coordinates();
  writer.write_draws(figures);
  writer.close();
  if (!writer.why.empty()) report(writer.why, diagnostics);
  return writer.why.empty();
}

bool NetcdfFile::commit(base::Diagnostics& diagnostics) {
  std::error_code failure;
  std::filesystem::rename(beside_, path_, failure);
  if (failure) report(base::reason(failure), diagnostics);
  return !failure;
}

}  // namespace commonweal::report
