// SPDX-License-Identifier: Apache-2.0
// The plain files of a results folder, and the folder as a whole.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "report/fixture_test.h"
#include "report/report.h"

namespace commonweal::report {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(ResultsCsv, HasALineForEveryFigureInFullPrecision) {
  EXPECT_EQ(results_csv(fixture::ensemble(), {}, fixture::scenario_names()),
            "scenario,year,variable,element,statistic,value,error\r\n"
            "flat-real,2012-13,required spend,\"care, older\",value,1,\r\n"
            "flat-real,2013-14,required spend,\"care, older\",value,2,\r\n"
            "flat-real,2014-15,required spend,\"care, older\",value,3,\r\n"
            "flat-real,2012-13,households,,value,100,\r\n"
            "flat-real,2013-14,households,,value,101.5,\r\n"
            "flat-real,2014-15,households,,value,0.3333333333333333,\r\n"
            "lga-2012,2011-12,required spend,\"care, older\",value,4,\r\n"
            "lga-2012,2012-13,required spend,\"care, older\",value,5,\r\n"
            "lga-2012,2011-12,households,,value,,\r\n"
            "lga-2012,2012-13,households,,value,1e+21,\r\n");
}

TEST(Manifest, NamesEveryPartWithItsFingerprint) {
  Manifest manifest;
  manifest.version = "0.1.0";
  manifest.command = "commonweal understand a.toml";
  manifest.parts = {{"study", "a.toml", "ab12"}, {"evidence", "b.csv", ""}};
  EXPECT_EQ(manifest_json(manifest, "a"), R"({
  "study": "a",
  "program": "commonweal",
  "version": "0.1.0",
  "command": "commonweal understand a.toml",
  "seed": null,
  "parts": [
    {
      "role": "study",
      "path": "a.toml",
      "sha256": "ab12"
    },
    {
      "role": "evidence",
      "path": "b.csv",
      "sha256": null
    }
  ]
}
)");
}

TEST(Report, WritesItsFiveFilesAndTheSameBytesEachTime) {
  const base::TemporaryFolder parent;
  for (const char* name : {"one", "two"}) {
    base::Diagnostics diagnostics;
    base::NewFolder folder(parent.path() / name, diagnostics);
    const auto scenarios = fixture::scenario_names();
    ASSERT_TRUE(
        write(fixture::findings(), fixture::ensemble(), {}, scenarios, fixture::manifest(), folder, diagnostics));
    ASSERT_TRUE(folder.commit(diagnostics)) << diagnostics.render();
  }
  for (const char* file : {"report.html", "graph-of-doom.svg", "results.csv", "results.xlsx", "manifest.json"}) {
    ASSERT_FALSE(read(parent.path() / "one" / file).empty()) << file;
    EXPECT_TRUE(read(parent.path() / "one" / file) == read(parent.path() / "two" / file))
        << file << " differs between runs";
  }
}

}  // namespace
}  // namespace commonweal::report
