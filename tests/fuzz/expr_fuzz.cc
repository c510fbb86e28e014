// SPDX-License-Identifier: MIT
// Any bytes as an expression: compiled, printed, evaluated over facts known, open and absent.
#include <cstdint>
#include <string_view>

#include "engine/expr/compiler.h"
#include "engine/expr/printer.h"
#include "engine/expr/scope.h"
#include "engine/expr/vm.h"

namespace {

using namespace zhilu;

class Facts : public expr::Environment {
 public:
  Value fact(FactId fact) const override {
    switch (fact.value) {
      case 0:
        return Value::number(Decimal(3000));
      case 1:
        return Value::partial_set({fact, {"fraud"}, {"other"}});
      case 2:
        return Value::interval({fact, Decimal(1), Decimal(5), true});
      default:
        return Value::unknown(fact);
    }
  }
  std::optional<Date> today() const override { return Date::from_days(20000); }
};

expr::MapScope make_scope() {
  expr::MapScope scope;
  scope.add({"loss_amount", TypeKind::Number, FactId{0}, {}});
  scope.add({"issues", Type::list(TypeKind::String), FactId{1}, {"fraud", "theft", "other"}});
  scope.add({"金额", TypeKind::Number, FactId{2}, {}});
  scope.add({"for business", TypeKind::Boolean, FactId{3}, {}});
  return scope;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const expr::MapScope scope = make_scope();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Diagnostics diagnostics;
  const auto program = expr::compile(text, {}, scope, diagnostics);
  expr::print(program->ast());
  expr::evaluate(*program, Facts(), nullptr, {.steps = 20'000});
  const auto input = expr::compile("issues", {}, scope, diagnostics);
  const auto test = expr::compile_unary_test(text, {}, *input, scope, diagnostics);
  if (test != nullptr) expr::evaluate(*test, Facts(), nullptr, {.steps = 20'000});
  return 0;
}
