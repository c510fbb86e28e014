// SPDX-License-Identifier: MIT
#include "engine/graph/dot.h"

#include <doctest/doctest.h>

#include <vector>

#include "engine/graph/drawing.h"
#include "tests/support/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::test;

namespace {

SmallKnowledge sample() {
  SmallKnowledge small;
  const StepId police = small.step("report_police");
  small.k.steps[police].title = small.text("拨打 110 或到派出所报案，不论金额多少");
  const GraphId outer = small.graph("wallet");
  small.k.graphs[outer].title = small.text("电子钱包\"客服\"");
  small.k.conditions[small.k.graphs[outer].enter].text = "platform = \"wallet\"";
  const GraphId inner = small.graph("fraud", false);
  const NodeId choose = small.branch(outer, "choose");
  const NodeId at_police = small.node(outer, police);
  const NodeId into = small.enter(outer, inner);
  const NodeId done = small.node(inner, NodeKind::End, "end");
  small.k.nodes[done].end = small.text("办完");
  small.link(choose, at_police);
  small.k.nodes[choose].edges[0].when = small.condition("loss < 3000 & `x`");
  small.link(choose, into);
  small.link_refused(at_police, done);
  return small;
}

}  // namespace

TEST_CASE("DOT shows titles, conditions, outcomes and ways into other graphs") {
  const SmallKnowledge small = sample();
  const std::vector<GraphId> all{GraphId{0}, GraphId{1}};
  CHECK(draw_dot(small.k, all) ==
        R"(digraph zhilu {
  node [fontname="sans-serif", fontsize=12];
  edge [fontname="sans-serif", fontsize=12];
  subgraph "cluster_wallet" {
    label="电子钱包\"客服\"";
    "wallet__choose" [shape=diamond, width=1.36, label="choose"];
    "wallet__at_report_police" [shape=box, width=1.99, label="拨打 110 或到派出所\n报案，不论金额多少"];
    "wallet__into_fraud" [shape=folder, width=0.73, label="fraud"];
  }
  "wallet__enter" [shape=plaintext, width=1.99, label="platform = \"wallet\""];
  "wallet__enter" -> "wallet__choose";
  subgraph "cluster_fraud" {
    label="fraud";
    "fraud__end" [shape=oval, width=0.79, label="办完"];
  }
  "wallet__choose" -> "wallet__at_report_police" [style=solid, label="loss < 3000 & `x`"];
  "wallet__choose" -> "wallet__into_fraud" [style=solid];
  "wallet__at_report_police" -> "fraud__end" [style=dashed, label="被拒绝"];
  "wallet__into_fraud" -> "fraud__end" [style=dotted];
}
)");
}

TEST_CASE("Mermaid shows the same with its own escapes") {
  const SmallKnowledge small = sample();
  const std::vector<GraphId> one{GraphId{0}};
  CHECK(draw_mermaid(small.k, one) ==
        R"(flowchart TD
  subgraph graph__wallet ["电子钱包#quot;客服#quot;"]
    wallet__choose{"choose"}
    wallet__at_report_police["拨打 110 或到派出所<br/>报案，不论金额多少"]
    wallet__into_fraud[["fraud"]]
  end
  wallet__enter("platform = #quot;wallet#quot;")
  wallet__enter --> wallet__choose
  wallet__choose -->|"loss #lt; 3000 #amp; #96;x#96;"| wallet__at_report_police
  wallet__choose --> wallet__into_fraud
)");
}

TEST_CASE("lines are broken at blanks and between Chinese characters") {
  const auto check = [](std::string_view text, std::size_t columns,
                        const std::vector<std::string>& expected) {
    CAPTURE(text);
    CHECK(break_lines(text, columns) == expected);
  };
  check("", 10, {});
  check("abc", 10, {"abc"});
  check("one two three", 8, {"one two", "three"});
  check("一二三四五", 4, {"一二", "三四", "五"});
  check("call 110 再说", 8, {"call 110", "再说"});
  check("abcdefghij", 4, {"abcd", "efgh", "ij"});
  check("a\nb\tc\x01", 10, {"a b c"});
  check("  a  ", 10, {"a"});
  check("一", 1, {"一"});
  check("一二，三四", 4, {"一二，", "三四"});
  check("一（二三）", 4, {"一", "（二", "三）"});
  check("abcdef, gh", 6, {"abcdef,", "gh"});
}
