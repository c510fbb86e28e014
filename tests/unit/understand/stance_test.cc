// SPDX-License-Identifier: MIT
#include "engine/understand/stance.h"

#include <doctest/doctest.h>

#include "engine/understand/lexicon.h"
#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

/// A text with the phrase that is asked about between brackets.
struct Marked {
  explicit Marked(std::string_view marked) {
    const std::u32string all = folded(marked);
    for (const char32_t c : all) {
      if (c == U'[') begin = static_cast<std::uint32_t>(text.size());
      if (c == U']') end = static_cast<std::uint32_t>(text.size());
      if (c != U'[' && c != U']') text.push_back(c);
    }
    static const Knowledge knowledge = small_knowledge();
    static const Lexicon lexicon(knowledge, folder());
    lexicon.scan(text, scan);
    clauses.split(text, scan.cues);
  }
  TextContext context() const { return {text, clauses, scan.cues}; }

  std::u32string text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  LexiconScan scan;
  Clauses clauses;
};

void check(std::string_view marked, Stance expected) {
  CAPTURE(marked);
  const Marked m(marked);
  CHECK(static_cast<int>(stance_of(m.context(), m.begin, m.begin, m.end)) == static_cast<int>(expected));
}

void check_done(std::string_view marked, bool expected) {
  CAPTURE(marked);
  const Marked m(marked);
  CHECK(is_told_as_done(m.context(), m.begin, m.end) == expected);
}

}  // namespace

TEST_CASE("a negation reaches what stands behind it in its clause") {
  check("没有[诈骗]", Stance::Denied);
  check("我没[报警]", Stance::Denied);
  check("不是[被骗]", Stance::Denied);
  check("从来没有向12315[投诉]过", Stance::Denied);
  check("还没去派出所[报案]", Stance::Denied);
  check("[被骗]了", Stance::Told);
  check("没钱了，[被骗]", Stance::Told);
  check("没有通知就[冻结]了", Stance::Told);
  check("没充值却[扣款]", Stance::Told);
  check("不久前[被骗]", Stance::Told);
  check("不小心[被骗]", Stance::Told);
  check("没想到[被骗]", Stance::Told);
  check("无缘无故[冻结]", Stance::Told);
  check("没注意[被骗]了", Stance::Told);
  check("未经同意[扣款]", Stance::Told);
  check("不得不[充值]", Stance::Told);
  check("操作不当[亏损]", Stance::Told);
  check("登不上[账号]", Stance::Told);
  check("这不是[诈骗]吗", Stance::Told);
}

TEST_CASE("two negations are none, and a refusal is not denied by the one before it") {
  check("不是没有[泄露]", Stance::Told);
  check("不发货也[不退款]", Stance::Told);
}

TEST_CASE("a denial that is quoted denies nothing") {
  check("他们说没有[泄露]", Stance::QuotedDenial);
  check("客服说，没有[泄露]", Stance::QuotedDenial);
  check("我说没有[泄露]", Stance::Denied);
}

TEST_CASE("what is supposed, to be prevented or asked is not told") {
  check("如果[被骗]怎么办", Stance::Supposed);
  check("怎么防止[被骗]", Stance::Supposed);
  check("[被骗]的话怎么办", Stance::Supposed);
  check("这是不是[诈骗]", Stance::Asked);
  check("怀疑[被骗]", Stance::Asked);
}

TEST_CASE("a negation between the parts of a phrase denies it") {
  const Marked m("[信息没有泄露]");
  CHECK(static_cast<int>(stance_of(m.context(), 0, 4, 6)) == static_cast<int>(Stance::Denied));
  const Marked told("[信息都泄露]");
  CHECK(static_cast<int>(stance_of(told.context(), 0, 3, 5)) == static_cast<int>(Stance::Told));
}

TEST_CASE("a phrase whose last part is supposed is supposed") {
  const auto stance = [](const char32_t* last, std::string_view text) {
    const Marked m(text);
    const auto at = static_cast<std::uint32_t>(m.text.find(last));
    return static_cast<int>(stance_of(m.context(), 0, at, at + 2));
  };
  CHECK(stance(U"跑路", "[理财]安全吗？要是公司跑路了") == static_cast<int>(Stance::Supposed));
  CHECK(stance(U"跑路", "[理财]公司，现在跑路了") == static_cast<int>(Stance::Told));
}

TEST_CASE("actions count where they are told as done") {
  check_done("我[报警]了", true);
  check_done("已经[报警]", true);
  check_done("昨天去派出所[报案]", true);
  check_done("[报警]后警察不管", true);
  check_done("[投诉]多次", true);
  check_done("[投诉]无果", true);
  check_done("我打[12315]，他们说不管", true);
  check_done("要不要[报警]", false);
  check_done("可以[报警]吗", false);
  check_done("[报警]有用吗", false);
  check_done("想[投诉]", false);
  check_done("我要[投诉]他们", false);
  check_done("怎么[投诉]", false);
  check_done("如果再不退我就[投诉]了", false);
  check_done("没[报警]", false);
  check_done("应该早点[报警]", false);
  check_done("[投诉]某公司", false);
  check_done("客服让我[报警]", false);
}

TEST_CASE("questions of the form A-not-A say nothing") {
  const auto is_question = [](std::string_view marked) {
    const Marked m(marked);
    return is_a_not_a(m.context(), m.begin);
  };
  CHECK(is_question("能[不能]退"));
  CHECK(is_question("银行有[没有]责任"));
  CHECK(is_question("退[不退]"));
  CHECK(!is_question("[不退]"));
  CHECK(!is_question("客服[不退]"));
}
