// SPDX-License-Identifier: MIT
#include "tests/conformance/records.h"

#include "engine/expr/calls.h"
#include "tests/conformance/record.h"

namespace zhilu::conformance {
Evaluator Evaluator::vm() {
  return {[](const expr::Program& program, const expr::Environment& environment, expr::Observer* observer) {
            return expr::evaluate(program, environment, observer);
          },
          [](const Value& function, const Type& type) { return expr::with_declared_type(function, type); }};
}

Outcome run_record(const Json& json, const Evaluator& evaluator, const Visitor& visit) {
  Record record(json, evaluator, visit);
  Value value = record.run();
  return {std::move(value), record.complaints()};
}

std::string group_of(const Json& json) {
  if (json.contains("group")) return json["group"].get<std::string>();
  return json.value("kind", std::string("expressions"));
}

}  // namespace zhilu::conformance
