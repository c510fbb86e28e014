// SPDX-License-Identifier: MIT
// The programs of knowledge whose conditions are texts only, as from a compiled file: each is compiled when
// it is first asked for.
//
// A question runs few of them, because simple conditions are circuits (engine/compile); and a program is made
// of pointers, which a file that is mapped anywhere cannot hold.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "engine/expr/program.h"
#include "engine/expr/scope.h"
#include "engine/model/ids.h"

namespace zhilu {

struct Condition;
struct Knowledge;

/// Thread-safe.
class LazyPrograms {
 public:
  /// For so many conditions.
  explicit LazyPrograms(std::size_t conditions) : programs_(conditions) {}

  /// The program of a condition of `knowledge`, the same one at every call. REQUIRES: all calls are about the
  /// same knowledge.
  const expr::Program* program(const Knowledge& knowledge, ConditionId id);

  /// The same to be read once: made if it is not there, and not kept.
  std::shared_ptr<const expr::Program> read(const Knowledge& knowledge, ConditionId id);

 private:
  std::shared_ptr<const expr::Program> make(const Knowledge& knowledge, const Condition& condition,
                                            const expr::Program* input);

  /// Null until compiled.
  std::vector<std::atomic<const expr::Program*>> programs_;
  std::mutex mutex_;
  // Both guarded by the mutex.
  std::vector<std::shared_ptr<const expr::Program>> kept_;
  std::unordered_map<FactId, expr::Variable> variables_;
};

}  // namespace zhilu
