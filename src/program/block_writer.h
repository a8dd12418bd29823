// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "model/model.h"
#include "program/layout.h"
#include "program/program.h"

namespace commonweal::program {

/// Writes the blocks of one equation into a phase. A reduction inside it becomes a block of its own before it, which
/// computes what is to be summed for every turn, so that blocks never nest.
class BlockWriter {
 public:
  /// `turn`: only that turn of the equation's left-side loops; none: all of them.
  BlockWriter(const model::Model& model, Program& program, Layout& layout, std::vector<Block>& phase,
              const model::Equation& equation, std::optional<std::size_t> turn);

  /// Computes the expression under `root` into the equation's own elements, in slots from `base` on.
  void write(model::NodeId root, std::uint32_t base);

  /// The same, where a `condition` holds; elsewhere the elements stay as they are.
  void write_if(model::NodeId condition, model::NodeId root, std::uint32_t base);

 private:
  /// The instructions of a block while it is being written.
  struct Draft {
    std::vector<std::uint32_t> loops;
    std::size_t turns = 1;
    std::vector<Instruction> instructions;
    std::unordered_map<model::NodeId, Operand> known;  ///< what has been computed: a node may be used more than once
  };

  Draft begin(std::vector<std::uint32_t> loops) const;
  void close(Draft& draft, bool is_part);
  Operand value(model::NodeId node, Draft& draft);
  Operand value_anew(model::NodeId node, Draft& draft);
  Operand call(const model::Node& node, Draft& draft);
  Operand reduction(const model::Node& node, Draft& draft);
  Operand allocation(const model::Node& node, Draft& draft);
  Operand position(const model::Node& node, const Draft& draft);
  Operand reference(const model::Node& node, const Draft& draft, std::uint32_t base);
  Operand spread(model::NodeId node, const Draft& outer, std::uint32_t loop);
  Operand scratch();
  std::vector<model::Index> pinned(std::vector<model::Index> indices) const;
  Operand own_elements(const Draft& draft, std::uint32_t base);

  const model::Model& model_;
  Program& program_;
  Layout& layout_;
  std::vector<Block>& phase_;
  const model::Equation& equation_;
  int branches_ = 0;                              ///< of how many IF THEN ELSEs we are inside a branch
  std::vector<std::optional<std::size_t>> pins_;  ///< for each left-side loop: the position it is held at
};

}  // namespace commonweal::program
