// SPDX-License-Identifier: Apache-2.0
#include "report/appraisal_page.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "appraisal/summary.h"
#include "base/csv.h"
#include "base/text.h"
#include "report/agencies_figure.h"
#include "report/appraisal_impact.h"
#include "report/appraisal_tables.h"
#include "report/figure.h"
#include "report/palette.h"
#include "report/rejected_options.h"
#include "report/savings_tracker.h"
#include "report/sections.h"
#include "report/style.h"
#include "report/tables.h"
#include "report/whole_years.h"
#include "report/why_figure.h"
#include "report/wording.h"

namespace commonweal::report {

namespace {

using appraisal::Appraisal;
using appraisal::Case;
using appraisal::ScenarioAppraisal;

/// "The NHS": agencies' names as they stand in a sentence.
std::string with_article(const std::string& agency) {
  return "the " + agency;
}

/// Who pays most and who gains most; empty where nobody does.
std::string pockets_sentence(const Appraisal& appraisal, const Case& package) {
  if (!package.wrong_pocket) return "";
  const auto most = [&](const auto& figure) {
    const auto found = std::ranges::max_element(package.agencies, {}, figure);
    return with_article(appraisal.agencies[static_cast<std::size_t>(found - package.agencies.begin())]);
  };
  return fmt::format(
      " {} pays most and {} gains most; {} of what is gained lands with others than those who pay for it.",
      capitalised(most([](const auto& value) { return value.paid; })),
      most([](const auto& value) { return value.gained; }), percent_text(*package.wrong_pocket));
}

/// The options of which company makes less, or more.
std::vector<std::string> those_who(const ScenarioAppraisal& scenario, const std::string& words) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < scenario.options.size(); ++i) {
    if (appraisal::company_in_words(scenario.alone[i], scenario.last_in[i]) == words) {
      names.push_back(scenario.options[i].name);
    }
  }
  return names;
}

/// The impact assessment: what is known, then what is not.
Markup impact_part(const Appraisal& appraisal, const ScenarioAppraisal& scenario, const study::Study& study) {
  Markup content = element("h3", "Services and people");
  content += paragraph(impact_answer(appraisal, scenario));
  content += paragraph(
      "All policies together, against doing none of them; below it what each does by itself, and what that would add "
      "up to.");
  content += table_markup(impact_table(appraisal, scenario, study), {});
  content += table_markup(cumulative_impact_table(appraisal, scenario, study), {});
  for (const std::string& unknown : impact_unknowns(appraisal)) content += paragraph(unknown);
  return content;
}

/// What is planned, and what is likely to come of it.
Markup savings_part(const Appraisal& appraisal, const ScenarioAppraisal& scenario,
                    const appraisal::Valuation& valuation, const study::Study& study) {
  Markup content = element("h3", "Savings, planned and expected");
  content += paragraph(
      "Planned is what the model says public bodies save in cash by each policy alone, the mean of all futures; what "
      "such schemes were found to achieve is in it already. Expected is that times the chance that the council carries "
      "the saving through, by its kind. No other figure here has been multiplied by it.");
  content += table_markup(savings_tracker(appraisal, scenario, valuation, study), {});
  return content;
}

Markup scenario_section(const Appraisal& appraisal, const ScenarioAppraisal& scenario, const appraisal::Why& why,
                        const appraisal::Valuation& valuation, const study::Study& study) {
  const study::Scenario& about = study.scenarios[scenario.scenario];
  Markup content;
  const std::string rejected = rejected_sentence(study, scenario.scenario);
  if (!rejected.empty()) content += paragraph(rejected);
  if (!about.description.empty()) content += paragraph(about.description);
  content += element("p", {{"class", "lede"}}, appraisal_answer(appraisal, scenario));
  content += paragraph(company_answer(scenario));
  content += table_markup(
      without_columns(options_table(appraisal, scenario, study), {"The same, corrected", "Public cash for £1"}), {});
  if (why.futures > 0) content += figure_markup(why_figure(why, study), Canvas::wide(), {});
  content += element("h3", "Who pays, who gains");
  content += paragraph(
      "What an agency must be given so that none loses adds up to nothing. A fair share is what an agency adds to the "
      "whole, averaged over every order in which agencies could join. Where the whole loses there is none, and winners "
      "can "
      "only make up a part of what others lose.");
  content += figure_markup(agencies_figure(appraisal, scenario, study), Canvas::wide(), {});
  content += impact_part(appraisal, scenario, study);
  content += savings_part(appraisal, scenario, valuation, study);
  content += element("h3", "The business case, year by year");
  content += element("details", element("summary", "Show the table") +
                                    table_markup(business_case_table(appraisal, scenario, study), {}));
  return section(slug(about.id), about.name, content);
}

Markup method_section(const Appraisal& appraisal, const appraisal::Valuation& valuation) {
  Markup content = paragraph(fmt::format(
      "Each figure is the difference between two runs of the model on the same {}, one with and one without: nothing "
      "is counted twice, and what policies do to each other is in it. Alone: against doing nothing. With all the "
      "others: what it adds once they are there.",
      appraisal.draws == 1 ? "future"
                           : fmt::format("{} futures", base::grouped(static_cast<double>(appraisal.draws), 0))));
  content += paragraph(
      fmt::format("Later years count for less, at rates of {} ({}). Corrected for optimism: costs raised and benefits "
                  "cut by the grade "
                  "of the weakest evidence that a policy rests on. The plan is {} years from a policy’s first cost.",
                  valuation.title, valuation.published, valuation.medium_term));
  if (!valuation.delivery.priors.empty()) {
    content += table_markup(delivery_table(valuation.delivery), {});
    content += paragraph("Limits of the colours: " + valuation.delivery.judgement);
  }
  content += paragraph("Source of the rates: " + valuation.source);
  if (!valuation.note.empty()) content += paragraph(valuation.note);
  content += paragraph(
      "What need and harm cost each agency rests on assumptions that could be wrong by a factor of four. The sign of "
      "an "
      "agency’s net figure can be read; the pounds cannot.");
  return section("method", "How this was worked out", content);
}

}  // namespace

std::string appraisal_answer(const Appraisal& appraisal, const ScenarioAppraisal& scenario) {
  const Case& package = scenario.package;
  if (package.futures == 0) return "These policies could not be computed in any future.";
  if (package.is_nil) return "Nil: these policies change nothing in any future.";
  const double net = package.promised.net();
  std::string text =
      fmt::format("Over {} years these policies cost {} and bring {}, in prices of {}: {} of {}.", appraisal.years,
                  money_text(package.promised.costs), money_text(package.promised.benefits), appraisal.first.text(),
                  net < 0 ? "a loss" : "a gain", money_text(std::abs(net)));
  const double corrected = package.corrected.net();
  text += fmt::format(" Corrected for optimism it is {} of {}.", corrected < 0 ? "a loss" : "a gain",
                      money_text(std::abs(corrected)));
  return text + pockets_sentence(appraisal, package);
}

std::string company_answer(const ScenarioAppraisal& scenario) {
  if (scenario.options.size() < 2 || scenario.package.futures == 0) return "";
  const auto less = those_who(scenario, "less than alone"), more = those_who(scenario, "more than alone"),
             nil = those_who(scenario, "nothing at all");
  const std::string company = appraisal::company_in_words(scenario);
  std::string text =
      fmt::format("One by one their benefits would add up to {}; together they are {}",
                  money_text(appraisal::one_by_one(scenario).benefits), money_text(scenario.package.promised.benefits));
  if (company == "less than the sum") {
    text += ": less than the sum, for they reach the same people or the same money.";
  } else if (company == "more than the sum") {
    text += ": more than the sum, for some of them make others work better.";
  } else {
    text += less.empty() && more.empty() ? ": none stands in another’s way."
                                         : ": as much as the sum, for what some lose by company others gain.";
  }
  if (!less.empty()) text += fmt::format(" Less with all the others: {}.", listed(less));
  if (!more.empty()) text += fmt::format(" More with all the others: {}.", listed(more));
  if (!nil.empty()) text += fmt::format(" Nil, alone and with the others: {}.", listed(nil));
  return text;
}

std::string table_csv(const Table& table) {
  std::vector<std::string> header;
  for (const Table::Column& column : table.columns) header.push_back(column.header);
  std::string csv = base::csv_line(header);
  for (const std::vector<Cell>& row : table.rows) {
    std::vector<std::string> fields;
    for (const Cell& cell : row) {
      const double* figure = std::get_if<double>(&cell);
      if (figure == nullptr) {
        fields.push_back(std::get<std::string>(cell));
      } else {
        fields.push_back(std::isfinite(*figure) ? base::shortest(*figure) : "");
      }
    }
    csv += base::csv_line(fields);
  }
  return csv;
}

std::string appraisal_page(const Appraisal& appraisal, const std::vector<appraisal::Why>& whys,
                           const appraisal::Valuation& valuation, const study::Study& study, const Manifest& manifest) {
  Markup main;
  for (std::size_t i = 0; i < appraisal.scenarios.size(); ++i) {
    main += scenario_section(appraisal, appraisal.scenarios[i], whys[i], valuation, study);
  }
  main += rejected_section(appraisal, study);
  main += method_section(appraisal, valuation);
  main += section("repeat", "How to make this again", element("p", element("code", manifest.command)));

  const Markup head = element(
      "head",
      empty_element("meta", {{"charset", "utf-8"}}) +
          empty_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
          element("title", study.title) + "\n" +
          element("style", Markup::verbatim(palette_style() + std::string(chart_style()) + std::string(page_style()))));
  const Markup body =
      element("a", {{"class", "skip"}, {"href", "#main"}}, "Skip to the report") + pattern_definitions() + "\n" +
      element("header", element("h1", study.title) + element("p", {{"class", "question"}}, study.scope.question)) +
      "\n" + element("main", {{"id", "main"}}, main) + "\n" +
      element("footer", element("p", "Made with Commonweal " + manifest.version +
                                         ". These figures say what would follow if things went on as described; they "
                                         "are not predictions."));
  const Markup document = Markup::verbatim("<!DOCTYPE html>\n") +
                          element("html", {{"lang", "en-GB"}, {"xmlns", "http://www.w3.org/1999/xhtml"}}, head + body) +
                          "\n";
  return with_years_whole(document.text());
}

}  // namespace commonweal::report
