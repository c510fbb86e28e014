// SPDX-License-Identifier: MIT
#include "engine/expr/host_function.h"

#include <doctest/doctest.h>

#include "engine/expr/compiler.h"
#include "engine/expr/scope.h"

using namespace zhilu;
using namespace zhilu::expr;

namespace {

constexpr FactId kFunction{0};
constexpr FactId kArgument{1};

/// `f(n: number)`, whose body is another expression over `f` and `n`.
class Expression final : public HostFunction {
 public:
  explicit Expression(const std::string& body) {
    MapScope scope;
    scope.add({"f", TypeKind::Function, kFunction, {}});
    scope.add({"n", TypeKind::Number, kArgument, {}});
    Diagnostics diagnostics;
    body_ = compile(body, TextOrigin{}, scope, diagnostics);
    CHECK(diagnostics.empty());
  }

  Type type() const override { return Type::function({TypeKind::Number}, TypeKind::Any); }
  const std::vector<std::string>& parameters() const override { return parameters_; }
  Value call(std::vector<Value> arguments, Caller& caller) const override {
    class Inside final : public Environment {
     public:
      Inside(const Environment& outer, Value argument) : outer_(outer), argument_(std::move(argument)) {}
      Value fact(FactId fact) const override { return fact == kArgument ? argument_ : outer_.fact(fact); }

     private:
      const Environment& outer_;
      Value argument_;
    };
    return caller.evaluate(*body_, Inside(caller.environment(), arguments[0]));
  }

 private:
  std::vector<std::string> parameters_{"n"};
  std::shared_ptr<const Program> body_;
};

class World final : public Environment {
 public:
  explicit World(Value function) : function_(std::move(function)) {}
  Value fact(FactId fact) const override { return fact == kFunction ? function_ : Value::unknown(fact); }

 private:
  Value function_;
};

class Faults final : public Observer {
 public:
  void on_fault(const Program&, ExprId, const DiagnosticKind& kind,
                const std::vector<std::string>&) override {
    codes.emplace_back(kind.code);
  }
  std::vector<std::string> codes;
};

/// The value of `text` where `f` has that body, and the first fault.
std::string run(const std::string& body, const std::string& text) {
  MapScope scope;
  scope.add({"f", TypeKind::Function, kFunction, {}});
  Diagnostics diagnostics;
  const auto program = compile(text, TextOrigin{}, scope, diagnostics);
  CHECK(diagnostics.empty());
  Faults faults;
  const World world(Value::function(std::make_shared<Expression>(body)));
  const Value value = evaluate(*program, world, &faults);
  return to_feel_text(value) + (faults.codes.empty() ? "" : " " + faults.codes.front());
}

}  // namespace

TEST_CASE("a host function is called like any other") {
  CHECK(run("n * 2", "f(21)") == "42");
  CHECK(run("n * 2", "f(n: 21)") == "42");
  CHECK(run("n * 2", "f([21])") == "42");
  CHECK(run("n > 2", "[1, 2, 3][f(item)]") == "[3]");
  CHECK(run("if n > 0 then n + f(n - 1) else 0", "f(4)") == "10");
}

TEST_CASE("wrong arguments of a host function give null with a fault") {
  CHECK(run("n", "f()") == "null argument-count");
  CHECK(run("n", "f(m: 1)") == "null unknown-parameter");
  CHECK(run("n", "f(\"a\")") == "null argument-type");
}

TEST_CASE("what a host function evaluates counts against the budget of its caller") {
  CHECK(run("f(n + 1)", "f(0)") == "null budget-calls");
  CHECK(run("f(n + 1) + f(n + 1)", "f(0)").starts_with("null budget-"));
  CHECK(run("count(for i in 1..1000 return i)", "for i in 1..5000 return f(i)")
            .starts_with("null budget-steps"));
}
