// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "loops/discovery.h"
#include "loops/loop_scores.h"
#include "program/compile.h"
#include "syntax/mdl.h"

/// Models from texts and the scores of their loops, for tests.
namespace commonweal::loops {

/// What was found out about one run of a model.
struct Scored {
  program::Program program;
  CausalGraph graph;
  LinkScores links;
  Discovery discovery;
  std::vector<ScoredLoop> loops;

  /// The loop through just these values; fails if there is none.
  const ScoredLoop& through(const std::set<std::string>& names) const {
    for (const ScoredLoop& loop : loops) {
      std::set<std::string> here;
      for (const std::uint32_t link : loop.circle) here.insert(program.named_or_part_of(graph.links[link].from).text);
      if (here == names) return loop;
    }
    ADD_FAILURE() << "no such loop";
    static const ScoredLoop none{{0}, 0, std::vector<double>(100'000), std::vector<double>(100'000)};
    return none;
  }
};

/// Runs a model from 0 to `years` and scores its loops.
inline Scored scored(const std::string& text, const std::string& years, const std::string& step,
                     const SearchLimits& limits = {}) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>(
      "model.mdl", "{UTF-8}\n" + text + "INITIAL TIME = 0 ~ ~ |\nFINAL TIME = " + years +
                       " ~ ~ |\nTIME STEP = " + step + " ~ ~ |\n");
  const model::Model model = model::build(syntax::parse(source, diagnostics), diagnostics);
  Scored result{program::compile(model, diagnostics), {}, {}, {}, {}};
  EXPECT_EQ(diagnostics.render(), "");
  result.graph = causal_graph(result.program);
  ScoredRun run = score_links(result.program, {}, result.graph);
  EXPECT_FALSE(run.fault.has_value());
  result.links = std::move(run.links);
  result.discovery = discover(result.graph, result.links, limits);
  result.loops = score_loops(result.graph, result.links, result.discovery.circles);
  return result;
}

}  // namespace commonweal::loops
