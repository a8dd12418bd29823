// SPDX-License-Identifier: Apache-2.0
#include "returns/place_files.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iterator>

#include <fmt/format.h>

#include "base/csv.h"
#include "base/text.h"

namespace commonweal::returns {

namespace {

/// A text as TOML has it.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') result += '\\';
    result += static_cast<unsigned char>(letter) < ' ' ? ' ' : letter;
  }
  return result + "\"";
}

std::string source_id(const Outturn& outturn) {
  return "rs-" + outturn.year.text();
}

}  // namespace

std::string place_toml(const Outturn& outturn, const Authority& authority, const Accounts& accounts) {
  std::string text = fmt::format(
      "# {} as the revenue outturn of {} found it. Made by `commonweal import revenue-outturn`; add population by age "
      "to\n"
      "# series.csv before a study can run it.\n",
      authority.name, outturn.year.text());
  fmt::format_to(std::back_inserter(text), "name = {}\n", quoted(authority.name));
  if (!authority.gss_code.empty())
    fmt::format_to(std::back_inserter(text), "gss_code = {}\n", quoted(authority.gss_code));
  if (!authority.e_code.empty()) fmt::format_to(std::back_inserter(text), "e_code = {}\n", quoted(authority.e_code));
  fmt::format_to(std::back_inserter(text), "kind = {}\nbase_year = {}\n\n",
                 quoted(authority.kind.empty() ? "authority" : authority.kind), quoted(outturn.year.text()));
  text += "# Series whose last figure stands for the years after it.\nholds_after_last_year = [\n";
  for (const char* series :
       {"base spend", "announced funding", "base below the line", "planned payment into earmarked reserves",
        "planned payment into unallocated reserves", "opening earmarked reserves", "opening unallocated reserves"}) {
    fmt::format_to(std::back_inserter(text), "  {},\n", quoted(series));
  }
  text += "]\n\nlimits = [\n";
  for (const std::string& limit : accounts.limits) fmt::format_to(std::back_inserter(text), "  {},\n", quoted(limit));
  fmt::format_to(std::back_inserter(text),
                 "]\n\n[sources.{}]\ntitle = {}\npublisher = {}\ndate = {}\nurl = {}\nlicence = \"Open Government "
                 "Licence v3.0\"\n",
                 source_id(outturn),
                 quoted(fmt::format("Revenue outturn summary (RS) {} by local authority, {}", outturn.year.text(),
                                    std::filesystem::path(outturn.path).filename().string())),
                 quoted(outturn.year.start < 2018 ? "Department for Communities and Local Government"
                                                  : "Ministry of Housing, Communities and Local Government"),
                 quoted(outturn.year.text()),
                 quoted("https://www.gov.uk/government/collections/local-authority-revenue-expenditure-and-financing"));
  return text;
}

std::string series_csv(const Outturn& outturn, const Accounts& accounts) {
  std::string text = base::csv_line({"variable", "element", "year", "value", "unit", "status", "source", "note"});
  for (const Figure& figure : accounts.figures) {
    const bool is_constant = figure.unit == "year";
    text += base::csv_line({figure.variable, figure.element, is_constant ? "" : outturn.year.text(),
                            base::shortest(figure.value), figure.unit, std::string(place::name(figure.status)),
                            source_id(outturn), figure.note});
  }
  return text;
}

std::string folder_name(const Outturn& outturn, const Authority& authority) {
  std::string name;
  for (const char letter : base::lower(authority.name)) {
    const bool is_plain = std::isalnum(static_cast<unsigned char>(letter)) != 0;
    if (is_plain) {
      name += letter;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (name.ends_with('-')) name.pop_back();
  return fmt::format("{}-{}", name, outturn.year.start);
}

std::string ladder_text(const std::vector<LadderStep>& ladder) {
  std::string text =
      fmt::format("{:<28}{:>16}{:>16}{:>12}\n", "GBP thousand", "lines add up to", "published", "difference");
  for (const LadderStep& step : ladder) {
    fmt::format_to(std::back_inserter(text), "{:<28}{:>16}{:>16}{:>12}\n", step.total, base::grouped(step.summed, 1),
                   base::grouped(step.published, 1), base::grouped(step.difference(), 1));
  }
  return text;
}

}  // namespace commonweal::returns
