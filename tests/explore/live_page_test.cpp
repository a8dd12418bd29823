// SPDX-License-Identifier: Apache-2.0
// The page holds everything that its study stands on, and nothing that a file says can break out of its place.
#include "explore/live_page.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/temporary_folder.h"
#include "explore/packed.h"
#include "report/headline_output.h"

namespace commonweal {
namespace {

const std::filesystem::path studies = std::filesystem::path(COMMONWEAL_ROOT) / "domain" / "studies";
constexpr const char* shell =
    "{{title}}|{{question}}|{{version}}|{{report style}}|{{patterns}}|{{contents}}|{{map}}|{{sections}}|{{given}}";

constexpr const char* drawing = "<svg><style>text { fill: red }</style></svg>";

road::Journey way_of(const std::filesystem::path& study) {
  base::Diagnostics diagnostics;
  road::Journey way = road::travel(study, diagnostics);
  way.draw_design.reset();
  road::travel_on(way, {}, {}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  return way;
}

explore::Sources sources_of(const road::Journey& way) {
  base::Diagnostics diagnostics;
  explore::Sources sources = explore::sources_of(way.study, {}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  return sources;
}

TEST(LivePage, CarriesAllThatItsStudyStandsOn) {
  for (const char* name : {"barnet-library.toml", "england-2010.toml", "places-2014.toml"}) {
    const road::Journey way = way_of(studies / name);
    const explore::Sources sources = sources_of(way);
    const base::TemporaryFolder folder;
    for (const explore::Source& source : sources.files) {
      ASSERT_TRUE(std::filesystem::path(source.path).is_relative()) << source.path;
      folder.write(source.path, source.text);
    }
    const road::Journey again = way_of(folder.path() / sources.study);
    EXPECT_EQ(report::headline_json(again.findings), report::headline_json(way.findings)) << name;
  }
}

TEST(LivePage, SaysNothingOfWhereItsFilesLay) {
  const road::Journey way = way_of(studies / "barnet-library.toml");
  const auto page = explore::live_page(shell, way, sources_of(way), drawing, "1");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->find(COMMONWEAL_ROOT), std::string::npos);
  EXPECT_NE(page->find("When care takes the money"), std::string::npos);
  EXPECT_EQ(page->find("<style>text"), std::string::npos);
  EXPECT_NE(page->find("%3Csvg%3E%3Cstyle%3Etext %7B fill:"), std::string::npos);
}

TEST(LivePage, NoTextOfAFileEndsItsPlace) {
  const road::Journey way = way_of(studies / "england-2010.toml");
  explore::Sources sources = sources_of(way);
  sources.study = "</script><script>alert(1)</script> {{title}}.toml";
  sources.files = {{"odd.toml", sources.study}};
  const auto page = explore::live_page(shell, way, sources, drawing, "1");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->find("</script>"), std::string::npos);
  const auto given = nlohmann::json::parse(page->substr(page->rfind("|{") + 1));
  EXPECT_EQ(given["study"], sources.study);
  const nlohmann::ordered_json files = {{{"path", "odd.toml"}, {"text", sources.study}}};
  EXPECT_EQ(given["sources"], explore::packed(files.dump()));
}

TEST(LivePage, AShellWithoutAMarkIsNone) {
  const road::Journey way = way_of(studies / "england-2010.toml");
  EXPECT_FALSE(explore::live_page("{{title}} and nothing else {{here}}", way, sources_of(way), drawing, "1"));
}

}  // namespace
}  // namespace commonweal
