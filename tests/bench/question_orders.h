// SPDX-License-Identifier: MIT
// Orders of questions to compare with: each gives the next fact to ask, or none.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "engine/interview/interviewer.h"

namespace zhilu::bench {

class QuestionOrder {
 public:
  virtual ~QuestionOrder() = default;
  /// Not set at the end. `matter` is as it was afterwards.
  virtual FactId next(Matter& matter) = 0;
};

struct NamedOrder {
  std::string_view name;
  std::string_view about;
  std::unique_ptr<QuestionOrder> order;
};

/// REQUIRES: all outlive the orders.
std::vector<NamedOrder> all_orders(const Compiled& compiled, const AnswerSpace& space, Date today);

}  // namespace zhilu::bench
