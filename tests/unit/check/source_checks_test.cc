// SPDX-License-Identifier: MIT
// Checks of sources and of the passages of seeds.
#include <doctest/doctest.h>

#include "tests/support/check_helpers.h"

using namespace zhilu;
using namespace zhilu::checks;
using namespace zhilu::test;

namespace {

// Adds a seed with these passages.
SourceId add_seed(SmallKnowledge& small, std::vector<std::pair<std::string, PassageUse>> passages) {
  Source seed;
  seed.id = "guide";
  seed.kind = SourceKind::Seed;
  for (auto& [id, use] : passages) {
    Passage& passage = seed.passages.emplace_back();
    passage.id = id;
    passage.use = use;
    passage.span = small.span();
  }
  return small.k.sources.push_back(std::move(seed));
}

}  // namespace

TEST_CASE("everything that advises needs a source") {
  SmallKnowledge small;
  const GraphId graph = small.graph("g");
  const NodeId node = small.node(graph, small.step("a"));
  Channel channel;
  channel.id = "police";
  small.k.channels.push_back(channel);
  Precaution precaution;
  precaution.id = "no_codes";
  small.k.precautions.push_back(precaution);
  Evidence evidence;
  evidence.id = "chat_log";
  small.k.evidence.push_back(evidence);
  Letter letter;
  letter.id = "complaint";
  small.k.letters.push_back(letter);
  DecisionTable table;
  table.id = "severity_table";
  table.rules.resize(2);
  table.rules[0].sources = small.cited();
  const TableId added = small.k.tables.push_back(table);
  CHECK(texts_of(findings_of(check_sources, small)) ==
        Texts{"unsourced-channel police", "unsourced-precaution no_codes", "unsourced-evidence chat_log",
              "unsourced-letter complaint", "unsourced-rule severity_table, 2"});

  small.k.channels.items()[0].sources = small.cited();
  small.k.precautions.items()[0].sources = small.cited();
  small.k.evidence.items()[0].sources = small.cited();
  small.k.letters.items()[0].sources = small.cited();
  // The source of a table stands for its rules, that of a graph for its nodes.
  small.k.tables[added].sources = small.cited();
  CHECK(texts_of(findings_of(check_sources, small)) == Texts{});

  small.k.steps.items()[0].sources.clear();
  small.k.graphs[graph].sources.clear();
  CHECK(texts_of(findings_of(check_sources, small)) == Texts{"unsourced-step a", "unsourced-node g.at_a"});
  small.k.nodes[node].sources = small.cited();
  CHECK(texts_of(findings_of(check_sources, small)) == Texts{"unsourced-step a"});
}

TEST_CASE("every passage of a seed is cited, replaced or background") {
  SmallKnowledge small;
  const SourceId seed = add_seed(small, {{"p01", PassageUse::Cited},
                                         {"p02", PassageUse::Background},
                                         {"p03", PassageUse::Replaced},
                                         {"p04", PassageUse::Cited},
                                         {"p05", PassageUse::Cited}});
  const StepId step = small.step("a");
  small.k.steps[step].sources.push_back({seed, 0, Span()});
  const Diagnostics found = findings_of(check_passages, small);
  CHECK(texts_of(found) == Texts{"uncited-passage guide.p04", "uncited-passage guide.p05"});
  CHECK(found.items()[0].span == small.k.sources[seed].passages[3].span);

  const std::vector<PassageCount> report = passage_report(small.k);
  REQUIRE(report.size() == 1);
  CHECK(report[0].source == seed);
  CHECK(report[0].cited == 1);
  CHECK(report[0].replaced == 1);
  CHECK(report[0].background == 1);
  CHECK(report[0].uncited == 2);
}

TEST_CASE("any kind of element may cite") {
  const auto check = [](auto cite) {
    SmallKnowledge small;
    const SourceId seed = add_seed(small, {{"p01", PassageUse::Cited}});
    cite(small, SourceRefs{{seed, 0, Span()}});
    CHECK(texts_of(findings_of(check_passages, small)) == Texts{});
  };
  check([](SmallKnowledge& s, SourceRefs refs) {
    s.k.channels.push_back(Channel());
    s.k.channels.items()[0].sources = refs;
  });
  check([](SmallKnowledge& s, SourceRefs refs) {
    s.k.channels.push_back(Channel());
    s.k.channels.items()[0].refuses.emplace_back().sources = refs;
  });
  check([](SmallKnowledge& s, SourceRefs refs) {
    s.k.channels.push_back(Channel());
    s.k.channels.items()[0].limits.emplace_back().sources = refs;
  });
  check([](SmallKnowledge& s, SourceRefs refs) {
    s.k.evidence.push_back(Evidence());
    s.k.evidence.items()[0].sources = refs;
  });
  check([](SmallKnowledge& s, SourceRefs refs) {
    s.k.precautions.push_back(Precaution());
    s.k.precautions.items()[0].sources = refs;
  });
  check([](SmallKnowledge& s, SourceRefs refs) {
    s.k.letters.push_back(Letter());
    s.k.letters.items()[0].sources = refs;
  });
  check([](SmallKnowledge& s, SourceRefs refs) {
    s.k.tables.push_back(DecisionTable());
    s.k.tables.items()[0].sources = refs;
  });
  check([](SmallKnowledge& s, SourceRefs refs) {
    s.k.tables.push_back(DecisionTable());
    s.k.tables.items()[0].rules.emplace_back().sources = refs;
  });
  check([](SmallKnowledge& s, SourceRefs refs) { s.k.graphs[s.graph("g")].sources = refs; });
  check([](SmallKnowledge& s, SourceRefs refs) { s.k.nodes[s.branch(s.graph("g"))].sources = refs; });
  check([](SmallKnowledge& s, SourceRefs refs) { s.k.topics.items()[0].sources = refs; });
  check([](SmallKnowledge& s, SourceRefs refs) { s.k.guarantees.emplace_back().sources = refs; });
}
