// SPDX-License-Identifier: MIT
// Input that is meant to crash, hang or eat memory. Each is refused before it can; nothing here is timed, but
// a guard that fails shows as a test that does not end.
#include <doctest/doctest.h>

#include <string>

#include "engine/base/files.h"
#include "engine/load/loader.h"
#include "engine/load/yaml.h"

using namespace zhilu;

namespace {

std::string repeat(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

/// The codes of what is wrong with `text`; empty if it is read.
std::string problems_of(std::string text) {
  SourceMap sources;
  const FileId file = sources.add("f.yaml", std::move(text));
  Diagnostics diagnostics;
  yaml::Budget budget;
  const auto root = yaml::parse(file, sources, budget, diagnostics);
  CHECK(root.has_value() == diagnostics.empty());
  std::string codes;
  for (const Diagnostic& problem : diagnostics.items())
    codes += (codes.empty() ? "" : " ") + std::string(problem.kind->code);
  return codes;
}

std::string first_problem_of(std::string text) {
  const std::string codes = problems_of(std::move(text));
  return codes.substr(0, codes.find(' '));
}

}  // namespace

TEST_CASE("depth is refused before anything recurses into it") {
  CHECK(problems_of(repeat("[", 100'000)) == "yaml-too-deep");
  CHECK(problems_of(repeat("{a: ", 100'000)) == "yaml-too-deep");
  CHECK(problems_of(repeat("- ", 100'000)) == "yaml-too-deep");
  CHECK(problems_of(repeat("[", 65) + repeat("]", 65)) == "yaml-too-deep");
  CHECK(problems_of(repeat("[", 64) + repeat("]", 64)) == "");
  std::string nested;
  for (std::size_t i = 0; i < 1000; ++i) nested += repeat(" ", i) + "a:\n";
  CHECK(problems_of(nested) == "yaml-too-deep");
}

TEST_CASE("aliases are refused, so none can explode or go round in circles") {
  std::string bomb = "a: &a [x, x, x]\n";
  for (char c = 'b'; c < 'j'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [*" + static_cast<char>(c - 1) + ", *" +
            static_cast<char>(c - 1) + "]\n";
  }
  CHECK(first_problem_of(bomb) == "yaml-anchor");
  CHECK(first_problem_of("&a [*a]") == "yaml-anchor");
  CHECK(problems_of("a: *a") == "yaml-alias");
}

TEST_CASE("inputs that other readers hang on, swallow or guess at") {
  CHECK(problems_of(",") == "yaml-indicator");
  CHECK(problems_of("[:") == "yaml-indicator");
  CHECK(problems_of("a: \"x\nb: 2\n") == "yaml-unclosed-quote");
  CHECK(problems_of("- a\nb: 1\n") == "yaml-second-root");
  CHECK(problems_of("- 1\n - 2\n") == "yaml-multiline-plain");
  CHECK(problems_of("年龄: @x") == "yaml-indicator");
  CHECK(problems_of("年龄：十八") == "yaml-full-width-colon");
  CHECK(problems_of("<<: {a: 1}") == "yaml-merge-key");
  CHECK(first_problem_of("? key:\t:\n\"fol\tkey\":\n") == "yaml-complex-key");
  CHECK(problems_of("%" + repeat("\xFF", 10)) == "yaml-invalid-utf8");
  CHECK(problems_of(std::string("a: b\0c", 6)) == "yaml-control-character");
  CHECK(problems_of("a: 1\na: 2\n") == "yaml-duplicate-key");
}

TEST_CASE("size is bounded in nodes and in the keys of a map") {
  std::string keys;
  for (int i = 0; i < 20'001; ++i) keys += "k" + std::to_string(i) + ": v\n";
  CHECK(problems_of(keys) == "yaml-too-many-keys");
  CHECK(problems_of("[" + repeat("a,", 600'000) + "a]") == "yaml-too-many-nodes");
  CHECK(problems_of(repeat("-\n", 600'000)) == "yaml-too-many-nodes");
  CHECK(problems_of("a: " + repeat("长", 600'000)) == "");
}

TEST_CASE("so many problems are not all listed") {
  const std::string codes = problems_of(repeat("a\n", 200'000));
  CHECK(codes.ends_with("yaml-too-many-problems"));
  CHECK(codes.size() < 5000);
  CHECK(problems_of("[" + repeat("　,", 200'000)).size() < 5000);
}

TEST_CASE("a base may have more nodes the larger it is, in proportion") {
  const auto codes = [](std::size_t files, const std::string& text) {
    std::map<std::string, std::string, std::less<>> base;
    for (std::size_t i = 0; i < files; ++i) base["shared/f" + std::to_string(i) + ".yaml"] = text;
    std::string out;
    const LoadResult result = load_knowledge(MemoryFiles(std::move(base)));
    for (const Diagnostic& problem : result.diagnostics.items()) {
      out += std::string(problem.kind->code) + " ";
    }
    return out;
  };
  // 16 MiB that are mostly text may hold a million nodes; as many nodes in 2 MiB may not stand.
  const std::string text = "a: [" + repeat("a,", 50'000) + "a]\n# " + repeat("x", 900'000);
  CHECK(codes(16, text).find("yaml-too-many-nodes") == std::string::npos);
  CHECK(codes(1, "a: [" + repeat("a,", 800'000) + "a]").find("yaml-too-many-nodes") != std::string::npos);
}

TEST_CASE("names that would go into the keys of many texts are bounded") {
  const std::string name = repeat("a", 1025);
  CHECK(problems_of(name + ": x\n") == "yaml-key-too-long");
  CHECK(problems_of("{" + name + ": x}") == "yaml-key-too-long");
  CHECK(problems_of(repeat("a", 1024) + ": x\n") == "");
  const LoadResult result = load_knowledge(MemoryFiles(
      {{"topics/a/graph.yaml", "graph: " + repeat("a", 1'000'000) + "\nnodes: { x: { end: y } }\n"}}));
  bool found = false;
  for (const Diagnostic& problem : result.diagnostics.items()) {
    found = found || (problem.kind->code == "bad-id" && problem.args[0].size() < 100);
  }
  CHECK(found);
}

TEST_CASE("lists of words that multiply each other are refused") {
  const std::string facts =
      "facts:\n  f: { type: boolean, title: x, asked: false, options: { \"true\": a, \"false\": b } }\n";
  std::string words = "words:\n  f:\n    \"true\":\n      - say: [p";
  for (int i = 0; i < 20'000; ++i) words += ", p" + std::to_string(i);
  words += "]\n        with: [q";
  for (int i = 0; i < 20'000; ++i) words += ", q" + std::to_string(i);
  const LoadResult result =
      load_knowledge(MemoryFiles({{"shared/facts.yaml", facts}, {"shared/words.yaml", words + "]\n"}}));
  bool found = false;
  for (const Diagnostic& problem : result.diagnostics.items()) {
    found = found || problem.kind->code == "too-many-words";
  }
  CHECK(found);
}

TEST_CASE("conditions are bounded in number") {
  const std::string facts = "facts:\n  f: { type: boolean, title: x, asked: false }\n";
  const std::string table = "decisions:\n  t: { inputs: [" + repeat("f, ", 110'000) + "f] }\n";
  std::map<std::string, int> codes;
  const LoadResult result =
      load_knowledge(MemoryFiles({{"shared/facts.yaml", facts}, {"shared/tables.yaml", table}}));
  for (const Diagnostic& problem : result.diagnostics.items()) ++codes[std::string(problem.kind->code)];
  CHECK(codes["too-many-conditions"] == 1);
}

TEST_CASE("graphs that are entered from everywhere at every node are refused") {
  std::string graph = "graphs:\n  - graph: inner\n    title: x\n    source: a.b\n    start: [n0";
  std::string nodes;
  for (int i = 0; i < 1500; ++i) {
    if (i > 0) graph += ", n" + std::to_string(i);
    nodes += "      n" + std::to_string(i) + ": { end: x }\n";
  }
  graph += "]\n    nodes:\n" + nodes;
  graph += "  - graph: outer\n    title: x\n    source: a.b\n    nodes:\n";
  for (int i = 0; i < 1500; ++i) graph += "      m" + std::to_string(i) + ": { graph: inner }\n";
  const LoadResult result = load_knowledge(MemoryFiles({{"topics/a/graph.yaml", graph}}));
  bool found = false;
  for (const Diagnostic& problem : result.diagnostics.items()) {
    found = found || problem.kind->code == "too-many-ways";
  }
  CHECK(found);
}

TEST_CASE("a base is bounded in the bytes of its files") {
  const auto codes = [](std::map<std::string, std::string, std::less<>> files) {
    const LoadResult result = load_knowledge(MemoryFiles(std::move(files)));
    std::string out;
    for (const Diagnostic& problem : result.diagnostics.items()) {
      out += std::string(problem.kind->code) + " ";
    }
    return out;
  };
  CHECK(codes({{"shared/big.yaml", "a: " + repeat("x", std::size_t{2} << 20)}}).find("file-too-large") !=
        std::string::npos);
  std::map<std::string, std::string, std::less<>> many;
  const std::string comment = "# " + repeat("x", (std::size_t{2} << 20) - 10);
  for (int i = 0; i < 33; ++i) many["shared/f" + std::to_string(i) + ".yaml"] = comment;
  CHECK(codes(std::move(many)).find("base-too-large") != std::string::npos);
}

TEST_CASE("thousands of slips in names do not make loading quadratic") {
  std::string facts = "facts:\n";
  std::string precautions = "precautions:\n";
  for (int i = 0; i < 8000; ++i) {
    const std::string name = "fact_number_" + std::to_string(i);
    facts += "  " + name + ": { type: boolean, title: x, asked: false }\n";
    precautions += "  p" + std::to_string(i) + ": { text: x, plan_when: " + name +
                   "_x, source: nothing_here.p" + std::to_string(i) + " }\n";
  }
  const LoadResult result =
      load_knowledge(MemoryFiles({{"shared/facts.yaml", facts}, {"shared/precautions.yaml", precautions}}));
  CHECK(!result.knowledge);
  CHECK(result.diagnostics.items().size() == 1001);
  CHECK(result.diagnostics.items().back().kind->code == "too-many-problems");
}

TEST_CASE("a condition is bounded in length") {
  const std::string condition = "true" + repeat(" and true", 150'000);
  const LoadResult result =
      load_knowledge(MemoryFiles({{"shared/more.yaml", "precautions:\n  p: { text: x, plan_when: '" +
                                                           condition + "', source: a.b }\n"}}));
  bool found = false;
  for (const Diagnostic& problem : result.diagnostics.items()) {
    found = found || problem.kind->code == "expression-too-long";
  }
  CHECK(found);
}

TEST_CASE("names of any length are compared in time") {
  const std::string name = repeat("a", 500'000);
  const LoadResult result = load_knowledge(MemoryFiles(
      {{"shared/facts.yaml", "facts:\n  " + name + ": { type: boolean, title: x, asked: false }\n"},
       {"shared/more.yaml",
        "precautions:\n  p: { text: x, plan_when: " + name + "b, source: " + name + ".b }\n"}}));
  CHECK(!result.knowledge);
}
