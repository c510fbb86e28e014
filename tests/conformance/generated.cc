// SPDX-License-Identifier: MIT
#include "tests/conformance/generated.h"

#include <fmt/format.h>

#include "engine/expr/compiler.h"
#include "engine/expr/function_call.h"
#include "tests/conformance/records.h"
#include "tests/support/naive_evaluator.h"
#include "tests/support/random_expression.h"

namespace zhilu::conformance {
namespace {

constexpr std::uint64_t kUnaryEvery = 20;
/// A matter is used for some expressions, since making one takes longer than evaluating.
constexpr std::uint64_t kMatterFor = 8;

/// What the table is divided by.
std::string kind_of(const Value& value) {
  if (value.is_open()) return "unknown";
  if (value.is_null()) return "null";
  return value.is(ValueKind::Boolean) ? "true or false" : "another value";
}

std::string show(const Value& value) {
  if (!value.is_open()) return to_feel_text(value);
  std::string facts;
  for (const FactId fact : value.missing()) facts += " " + test::fact_name(fact);
  return "unknown:" + facts;
}

std::string show(const test::SampleMatter& matter) {
  std::string out;
  for (const auto& [fact, value] : matter.values()) {
    out += fmt::format("{} = {}; ", test::fact_name(fact), show(value));
  }
  return out;
}

Evaluator naive_evaluator() {
  return {[](const expr::Program& program, const expr::Environment& environment, expr::Observer*) {
            return naive::evaluate(program, environment);
          },
          naive::with_declared_type};
}

/// Random expressions with what they give, checked one by one.
class Generated {
 public:
  Generated(std::uint32_t seed, Report& report) : random_(seed), report_(report) {
    Diagnostics diagnostics;
    input_ = expr::compile("loss_amount", TextOrigin{}, test::sample_scope(), diagnostics);
  }

  void new_matter() {
    whole_ = random_.matter();
    part_ = random_.blurred(whole_);
  }

  void check_one(bool is_unary) {
    text_ = is_unary ? random_.unary_test() : random_.expression();
    Diagnostics complaints;
    const auto program =
        is_unary ? expr::compile_unary_test(text_, TextOrigin{}, *input_, test::sample_scope(), complaints)
                 : expr::compile(text_, TextOrigin{}, test::sample_scope(), complaints);
    if (!complaints.empty()) return pass("not well typed", false, Value(), Value());
    const Value fast = expr::evaluate(*program, part_);
    const Value plain = naive::evaluate(*program, part_);
    pass(kind_of(plain), naive::is_alike(fast, plain), plain, fast);
    check_unknown(*program, fast);
  }

 private:
  void check_unknown(const expr::Program& program, const Value& result) {
    const Value known = expr::evaluate(program, whole_);
    if (!expr::has_open(result)) {
      return pass("knowing less does not change", naive::is_alike(result, known), known, result);
    }
    if (!result.is_open()) return;
    test::SampleMatter named = part_;
    test::SampleMatter others = whole_;
    for (const FactId fact : result.missing()) {
      named.set(fact, whole_.fact(fact));
      others.set(fact, part_.fact(fact));
    }
    const Value settled = expr::evaluate(program, named);
    pass("facts named as missing suffice", !settled.is_open(), known, settled);
    const Value unmoved = expr::evaluate(program, others);
    pass("facts not named do not matter", is_same(unmoved, result), result, unmoved);
  }

  void pass(const std::string& group, bool passed, const Value& expected, const Value& got) {
    report_.add(group, passed, !expected.is_null());
    if (passed) return;
    report_.explain(fmt::format("{}\n    {}\n    {}\n    expected {}, got {}", group, text_, show(part_),
                                show(expected), show(got)));
  }

  test::RandomExpressions random_;
  Report& report_;
  std::shared_ptr<const expr::Program> input_;
  test::SampleMatter whole_{""};
  test::SampleMatter part_{""};
  std::string text_;
};

}  // namespace

void run_generated(std::uint64_t count, std::uint32_t seed, Report& report) {
  Generated generated(seed, report);
  for (std::uint64_t i = 0; i < count; ++i) {
    if (i % kMatterFor == 0) generated.new_matter();
    generated.check_one(i % kUnaryEvery == 0);
  }
}

void run_plain(const Json& suite, Report& report) {
  const Evaluator naive = naive_evaluator();
  for (Json json : suite["cases"]) {
    // What makes boxed forms strict is told to an observer, which the naive evaluator has not.
    json.erase("exprApprox");
    const Value fast = run_record(json).value;
    const Value plain = run_record(json, naive).value;
    const bool alike = naive::is_alike(fast, plain);
    report.add(group_of(json), alike, !plain.is_null());
    if (alike) continue;
    report.explain(fmt::format("{}\n    {}\n    naive {}, vm {}", json["id"].get<std::string>(),
                               json["expr"].get<std::string>(), to_feel_text(plain), to_feel_text(fast)));
  }
}

}  // namespace zhilu::conformance
