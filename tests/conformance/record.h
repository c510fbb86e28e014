// SPDX-License-Identifier: MIT
// One record of a suite at work: its inputs and definitions as facts, its expression or boxed expression as
// programs over them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/expr/host_function.h"
#include "engine/expr/scope.h"
#include "engine/expr/vm.h"
#include "engine/locale/regex.h"
#include "engine/locale/zones.h"
#include "tests/conformance/encoding.h"
#include "tests/conformance/records.h"

namespace zhilu::conformance {

/// The inputs and definitions of one record, as facts.
class World final : public expr::Environment {
 public:
  Value fact(FactId fact) const override { return values_[fact.value]; }
  std::optional<Date> today() const override { return Date::from_ymd(2026, 11, 22); }
  const ZoneRules* zones() const override { return &zones_; }
  const TextRules* text_rules() const override { return &text_; }

  FactId reserve() {
    values_.emplace_back();
    return FactId{static_cast<std::uint32_t>(values_.size() - 1)};
  }
  void set(FactId fact, Value value) { values_[fact.value] = std::move(value); }

 private:
  std::vector<Value> values_;
  IcuZoneRules zones_;
  IcuTextRules text_;
};

class FaultCollector final : public expr::Observer {
 public:
  void on_fault(const expr::Program&, expr::ExprId, const DiagnosticKind& kind,
                const std::vector<std::string>& args) override;

  std::vector<std::string> messages;
  bool not_boolean = false;
};

struct Definition {
  FactId fact;
  Type type;
};
using Definitions = std::map<std::string, Definition>;

class Record {
 public:
  Record(const Json& json, const Evaluator& evaluator, const Visitor& visit)
      : json_(json),
        types_(json.contains("types") ? json["types"] : Json::array()),
        evaluator_(evaluator),
        visit_(visit) {}

  Value run();

  /// Everything reported so far.
  std::vector<std::string> complaints() const;

 private:
  friend class Boxed;

  Json all_names() const;
  void add_input(const std::string& name, const Json& json);
  void add_definition(const Json& json);
  Type function_type(const Json& json) const;
  Value evaluate(const Json& json, const Json& needs);
  expr::MapScope scope_of(const Definitions& names) const;
  /// The value as one of the declared type, as decisions convert their results.
  Value convert(Value value, const std::string& declared);

  const Json& json_;
  DeclaredTypes types_;
  const Evaluator& evaluator_;
  const Visitor& visit_;
  World world_;
  FaultCollector faults_;
  Diagnostics diagnostics_;
  Definitions definitions_;
  /// Functions among the values point into their programs.
  std::vector<std::shared_ptr<const expr::Program>> programs_;
};

/// The value of a boxed expression: context, list, relation, invocation, function, conditional or decision
/// table. `names` are what it may read.
Value evaluate_boxed(Record& record, const Json& boxed, const Definitions& names);

}  // namespace zhilu::conformance
