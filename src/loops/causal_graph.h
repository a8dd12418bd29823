// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "program/program.h"

/// Which feedback loops of a model drive a run, and when: Loops that Matter (Schoenberg, Davidsen and Eberlein 2020,
/// corrected for stocks by Schoenberg, Hayward and Eberlein 2023). Begin with loop_scores.h.
namespace commonweal::loops {

/// One instruction in one turn of its block.
struct Step {
  std::uint32_t instruction = 0;  ///< into Program::instructions
  std::uint32_t turn = 0;
};

/// How one value comes from others: of a stock, its net rate of change; of a fixed delay, what goes in.
struct Equation {
  std::uint32_t slot = 0;              ///< whose equation it is
  std::uint32_t result = 0;            ///< the slot that holds what the steps come to
  std::vector<Step> steps;             ///< in the order they are done
  std::vector<std::uint32_t> sources;  ///< slots that it reads and that can change, rising; of a sample not itself
};

/// That one value acts on another at once (or, if the other is a stock, on its change).
struct Link {
  std::uint32_t from = 0, to = 0;  ///< slots
  std::uint32_t equation = 0;      ///< of `to`: into CausalGraph::equations
  std::uint32_t partition = 0;     ///< links of one number are those of one cycle partition
};

/// The links of a program that can be part of a loop; loops of different partitions have no value in common.
struct CausalGraph {
  std::vector<Equation> equations;
  std::vector<Link> links;  ///< in the order of their equations
  std::uint32_t partitions = 0;
  std::vector<bool> is_state;  ///< [slot] stocks and fixed delays, also those inside SMOOTH and DELAY
};

/// What the equations of `program` say. An unnamed part of an equation is no value of its own: what it reads, the
/// equation reads. A stock that the language makes for a SMOOTH or DELAY is one.
CausalGraph causal_graph(const program::Program& program);

}  // namespace commonweal::loops
