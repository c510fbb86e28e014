// SPDX-License-Identifier: MIT
// The examples of docs/language.md, read and evaluated.
//
// A block ```feel holds examples, `expression  →  result` on each line; ```table the cells of decision
// tables, `input | test  →  result`; ```facts what the examples below it may use. See the top of the page.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/expr/program.h"
#include "engine/expr/scope.h"
#include "engine/expr/vm.h"
#include "engine/locale/regex.h"
#include "engine/locale/zones.h"

namespace zhilu::test {

/// The facts of the page so far.
class PageWorld : public expr::Environment {
 public:
  /// A line of a facts block: `name: type = value`, `today() = date` or `event("step") = context`.
  void read(const std::string& line);

  const expr::MapScope& scope() const { return scope_; }
  std::string name(FactId fact) const { return names_[fact.value]; }

  Value fact(FactId fact) const override { return values_[fact.value]; }
  std::optional<Date> today() const override { return today_; }
  Value event(std::string_view step_or_channel) const override;
  const ZoneRules* zones() const override { return &zones_; }
  const TextRules* text_rules() const override { return &text_; }

 private:
  Value value(FactId fact, const std::string& text) const;

  expr::MapScope scope_;
  std::vector<std::string> names_;
  std::vector<Value> values_;
  std::map<std::string, Value, std::less<>> events_;
  std::optional<Date> today_;
  IcuZoneRules zones_;
  IcuTextRules text_;
};

struct PageExample {
  int line = 0;
  std::string text;
  std::string expected;
  /// What the engine gives, in the form of the page.
  std::string actual;
  std::shared_ptr<const expr::Program> program;
};

/// All examples of the page in order.
std::vector<PageExample> examples_of(const std::string& page);

}  // namespace zhilu::test
