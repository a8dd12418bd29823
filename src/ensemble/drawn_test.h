// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "base/text.h"
#include "ensemble/draw_futures.h"
#include "ensemble/run.h"
#include "program/compile.h"
#include "syntax/mdl.h"

/// A small study that is drawn, for tests.
namespace commonweal::ensemble {

/// Debt that grows with an interest that nobody knows, and a grant that is shaken every year.
inline constexpr const char* debt_model = R"({UTF-8}
interest = 0.05 ~ 1/year ~ |
spend = 10 ~ GBP/year ~ |
grant ~ GBP/year ~ |
debt = INTEG(debt * interest + spend - grant, 100) ~ GBP ~ |
burden = debt / (spend - 5) ~ year ~ |
INITIAL TIME = 2012 ~ year ~ |
FINAL TIME = 2015 ~ year ~ |
TIME STEP = 0.25 ~ year ~ |
SAVEPER = 1 ~ year ~ |
)";

inline constexpr const char* debt_study = R"(title = "Debt"
model = "a.mdl"
places = ["place"]
[scope]
question = "How much?"
[years]
first = "2012-13"
last = "2014-15"
[[scenario]]
id = "as-now"
name = "As now"
[[scenario]]
id = "dearer"
name = "Dearer"
[scenario.set]
interest = 0.1
[[scenario]]
id = "as-now-again"
name = "Another name"
[[scenario]]
id = "as-now-low"
name = "Low"
bound_of = "as-now"
[scenario.set]
interest = 0.01
)";

inline constexpr const char* debt_uncertainty = R"([uncertainty]
draws = 300
dimensions = "dimensions.csv"
bands = ["debt"]
[[uncertainty.input]]
variable = "interest"
distribution = "triangular"
low = 0
central = 0.05
high = 0.08
[[uncertainty.input]]
variable = "spend"
distribution = "uniform"
low = 8
central = 10
high = 12
[[uncertainty.shock]]
variable = "grant"
distribution = "normal"
low = -1
central = 0
high = 1
effect = "add"
persistence = 0.5
[[uncertainty.event]]
name = "much debt"
variable = "debt"
above = 117
[uncertainty.pool]
as-now = 0.25
dearer = 0.75
)";

/// A study as far as its draws.
class DrawnStudy {
 public:
  explicit DrawnStudy(const std::string& uncertainty = debt_uncertainty, const std::string& model = debt_model) {
    base::Diagnostics faults;
    const auto source = std::make_shared<base::SourceText>("a.mdl", model);
    program = program::compile(model::build(syntax::parse(source, faults), faults), faults);
    folder.write("place/place.toml",
                 "name = \"Place\"\ngss_code = \"E09000003\"\nkind = \"borough\"\nbase_year = \"2012-13\"\n");
    std::string rows = "variable,element,year,value,unit,status,source,note\n";
    for (const char* year : {"2012-13", "2013-14", "2014-15"}) {
      rows += std::string("grant,,") + year + ",6,GBP/year,assumption,,A guess\n";
    }
    folder.write("place/series.csv", rows);
    folder.write("dimensions.csv", "input,dimension\ninterest,0\nspend,1\n");
    study = study::read(folder.write("study.toml", debt_study + uncertainty), faults);
    const std::vector<place::Place> places{place::read(study.places.front(), faults)};
    runs = study::design(study, places, program, {"debt"}, faults);
    design = study::draw_design(study, {}, runs, program, faults);
    EXPECT_EQ(faults.render(), "");
  }

  std::optional<Draws> draw(const DrawWork& work = {}, const DrawTables& tables = {}) {
    return draw_futures(draw_task(study, runs, design, program, {}), study, tables, work, diagnostics);
  }

  /// Everything that has been gathered, as bytes; empty if the work was stopped.
  std::string bytes(const DrawWork& work = {}) {
    const auto draws = draw(work);
    return draws ? bytes_of(*draws) : "";
  }

  static std::string bytes_of(const Draws& draws) {
    base::ByteWriter bytes;
    std::vector<const Cloud*> clouds;
    for (const Cloud& cloud : draws.clouds) clouds.push_back(&cloud);
    for (const Cloud& cloud : draws.differences) clouds.push_back(&cloud);
    for (const Cloud* cloud : clouds) {
      for (const Spread& spread : cloud->spreads) spread.save(bytes);
      for (const double count : cloud->computed) bytes.number(count);
      for (const WholeFuture& future : cloud->whole) bytes.numbers(future.values);
      for (const EventCounts& event : cloud->events) {
        for (const auto& year : event.occurred) {
          for (const double count : year) bytes.number(count);
        }
      }
    }
    return std::move(bytes).take();
  }

  base::TemporaryFolder folder;
  program::Program program;
  study::Study study;
  study::Design runs;
  study::DrawDesign design;
  base::Diagnostics diagnostics;
};

}  // namespace commonweal::ensemble
