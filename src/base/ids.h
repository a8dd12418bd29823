// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace commonweal::base {

/// A position in one particular vector, so that a variable's number cannot be used as an equation's.
/// `Tag` is an empty struct named for what is numbered. The default value names nothing.
template <typename Tag>
struct Id {
  static constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t index = nothing;

  Id() = default;
  explicit constexpr Id(std::size_t position) : index(static_cast<std::uint32_t>(position)) {}

  constexpr bool exists() const { return index != nothing; }
  friend constexpr bool operator==(Id, Id) = default;
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// A vector that is indexed by its own kind of id only.
template <typename IdType, typename Value>
class IdVector {
 public:
  IdType add(Value value) {
    values_.push_back(std::move(value));
    return IdType(values_.size() - 1);
  }

  Value& operator[](IdType id) { return values_[id.index]; }
  const Value& operator[](IdType id) const { return values_[id.index]; }

  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  IdType id_at(std::size_t position) const { return IdType(position); }

  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }

 private:
  std::vector<Value> values_;
};

}  // namespace commonweal::base

template <typename Tag>
struct std::hash<commonweal::base::Id<Tag>> {
  std::size_t operator()(commonweal::base::Id<Tag> id) const { return std::hash<std::uint32_t>()(id.index); }
};
