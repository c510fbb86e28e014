// SPDX-License-Identifier: MIT
// Functions as values. Internal to this room.
#pragma once

#include <memory>
#include <vector>

#include "engine/expr/functions.h"
#include "engine/expr/program.h"

namespace zhilu::expr {

/// A function written in the language, with the local variables it took along.
class Closure final : public zhilu::Function {
 public:
  Closure(std::shared_ptr<const Program> program, std::uint32_t function, std::vector<Value> captured);

  Type type() const override;
  std::uint32_t depth() const override { return depth_; }
  std::uint64_t weight() const override { return weight_; }

  /// The same function with parameters and a result of these types. REQUIRES: as many parameters.
  std::shared_ptr<const Closure> declared(Type type) const;
  /// The type given by declared(), or Any.
  const Type& declared_type() const { return declared_type_; }

  const Program& program() const { return *program_; }
  /// Index into Code::functions.
  std::uint32_t function() const { return function_; }
  const std::vector<Value>& captured() const { return captured_; }

 private:
  std::shared_ptr<const Program> program_;
  std::uint32_t function_;
  std::vector<Value> captured_;
  std::uint32_t depth_ = 1;
  std::uint64_t weight_ = 1;
  Type declared_type_;
};

/// A built-in function as a value.
class BuiltInValue final : public zhilu::Function {
 public:
  explicit BuiltInValue(const BuiltIn& function) : function_(function) {}

  /// That of the first signature; the others have more names for the same.
  Type type() const override;
  const BuiltIn& function() const { return function_; }

 private:
  const BuiltIn& function_;
};

}  // namespace zhilu::expr
