// SPDX-License-Identifier: Apache-2.0
#include "report/libreoffice_test.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace commonweal::report {

namespace {

namespace fs = std::filesystem;

/// LibreOffice trusts what a file says its formulas gave, unless told to work them out whenever one is loaded (0).
constexpr const char* always_recalculate = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value>
</prop></item>
</oor:items>
)";

/// CSV with quotes, as LibreOffice writes it.
SheetText rows_of(const std::string& text) {
  SheetText rows(1, {""});
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string& cell = rows.back().back();
    const char letter = text[at];
    if (letter == '"' && quoted && at + 1 < text.size() && text[at + 1] == '"') {
      cell += text[++at];
    } else if (letter == '"') {
      quoted = !quoted;
    } else if (letter == ',' && !quoted) {
      rows.back().emplace_back();
    } else if (letter == '\n' && !quoted) {
      rows.emplace_back(1, "");
    } else {
      cell += letter;
    }
  }
  rows.pop_back();  // after the last line's end
  return rows;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

std::map<std::string, SheetText> recalculated(const fs::path& workbook) {
  const fs::path folder = workbook.parent_path(), profile = folder / "profile", sheets = folder / "sheets";
  fs::create_directories(profile / "user");
  std::ofstream(profile / "user" / "registrymodifications.xcu") << always_recalculate;
  const std::string command =
      "soffice -env:UserInstallation=file://" + profile.string() +
      " --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' "
      "--outdir '" +
      sheets.string() + "' '" + workbook.string() + "' > '" + (folder / "log").string() + "' 2>&1";
  std::map<std::string, SheetText> found;
  if (std::system(command.c_str()) != 0 || !fs::exists(sheets)) return found;
  const std::string prefix = workbook.stem().string() + "-";
  for (const fs::directory_entry& entry : fs::directory_iterator(sheets)) {
    const std::string name = entry.path().stem().string();
    if (name.starts_with(prefix)) found[name.substr(prefix.size())] = rows_of(text_of(entry.path()));
  }
  return found;
}

}  // namespace commonweal::report
