// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "engine/load/diagnostics.h"
#include "engine/load/map_reader.h"
#include "engine/load/readers.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

constexpr std::pair<std::string_view, NodeKind> kKinds[] = {
    {"step", NodeKind::Step},   {"branch", NodeKind::Branch}, {"decide", NodeKind::Decide},
    {"graph", NodeKind::Graph}, {"advice", NodeKind::Advice}, {"end", NodeKind::End},
};
constexpr std::string_view kKindNames = "step, branch, decide, graph, advice, end";

class GraphReader {
 public:
  GraphReader(Linker& linker, const Declared& declared)
      : linker_(linker),
        declared_(declared),
        id_{declared.id},
        prefix_("graphs." + linker.knowledge.graphs[id_].id + "."),
        names_(kUnknownNode) {}

  void read() {
    MapReader map(*declared_.body, *declared_.key, linker_.diagnostics);
    map.find("graph");
    map.find("alias");
    if (const yaml::Node* title = map.require("title"))
      graph().title = linker_.text(*title, prefix_ + "title");
    if (const yaml::Node* enter = map.find("enter")) graph().enter = linker_.condition(*enter);
    if (const yaml::Node* source = map.require("source")) graph().sources = linker_.source_list(*source);
    const yaml::Node* start = map.find("start");
    const yaml::Node* nodes = map.require("nodes");
    map.finish();
    if (nodes == nullptr) return;
    const std::vector<yaml::Entry>& entries = entries_of(*nodes, linker_.diagnostics);
    if (nodes->is_map() && entries.empty()) linker_.diagnostics.add(kEmptyList, nodes->span);
    declare(entries);
    for (std::size_t i = 0; i < entries.size(); ++i) read_node(graph().nodes[i], entries[i]);
    if (start != nullptr) {
      graph().start = targets(*start);
    } else if (!entries.empty()) {
      graph().start = {graph().nodes.front()};
    }
  }

 private:
  // The vectors grow while nodes are read, so graphs and nodes are looked up anew each time.
  Graph& graph() { return linker_.knowledge.graphs[id_]; }
  Node& node(NodeId id) { return linker_.knowledge.nodes[id]; }

  void declare(const std::vector<yaml::Entry>& entries) {
    for (const yaml::Entry& entry : entries) {
      read_id(entry.key, linker_.diagnostics);
      Node made;
      made.name = entry.key.text;
      made.owner = id_;
      made.span = entry.key.span;
      const NodeId id = linker_.knowledge.nodes.push_back(std::move(made));
      graph().nodes.push_back(id);
      names_.declare(entry.key, id.value, false, linker_.diagnostics);
    }
  }

  /// The nodes that a name or a list of names leads to.
  std::vector<NodeId> targets(const yaml::Node& names) {
    std::vector<NodeId> ids;
    for (const yaml::Node& name : items_of(names, linker_.diagnostics)) {
      const NodeId id{linker_.resolve(names_, name)};
      if (!id.is_set()) continue;
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
        ids.push_back(id);
      } else {
        linker_.diagnostics.add(kRepeatedItem, name.span, {name.text});
      }
    }
    return ids;
  }

  /// One edge like `edge` to each node that `names` leads to.
  void add_edges(NodeId from, const yaml::Node& names, Edge edge) {
    for (const NodeId to : targets(names)) {
      edge.to = to;
      node(from).edges.push_back(edge);
    }
  }

  void read_node(NodeId id, const yaml::Entry& entry) {
    MapReader map(entry.value, entry.key, linker_.diagnostics);
    if (!map.is_map()) return;
    const yaml::Entry* kind_entry = nullptr;
    std::size_t kinds = 0;
    for (const auto& [word, kind] : kKinds) {
      const yaml::Entry* found = map.find_entry(word);
      if (found == nullptr) continue;
      ++kinds;
      kind_entry = found;
      node(id).kind = kind;
    }
    if (kinds != 1) {
      report_kind(entry, kinds);
      return;
    }
    read_kind(id, kind_entry->value, map);
    if (const yaml::Node* source = map.find("source")) node(id).sources = linker_.source_list(*source);
    map.finish();
  }

  void report_kind(const yaml::Entry& entry, std::size_t kinds) {
    const std::string names(kKindNames);
    Diagnostic& problem = linker_.diagnostics.add(kNodeKind, entry.key.span, {entry.key.text, names});
    if (kinds > 0 || entry.value.entries.empty()) return;
    // A slip in the kind itself is the likely reason.
    std::vector<std::string> candidates;
    for (const auto& [word, kind] : kKinds) candidates.emplace_back(word);
    const yaml::Node& first = entry.value.entries.front().key;
    if (auto nearest = linker_.suggest(first.text, candidates)) {
      problem.span = first.span;
      problem.fix = Fix{*std::move(nearest)};
    }
  }

  void read_kind(NodeId id, const yaml::Node& value, MapReader& map) {
    switch (node(id).kind) {
      case NodeKind::Step:
        node(id).step = linker_.step(value);
        read_then(id, map);
        read_outcomes(id, map);
        return;
      case NodeKind::Graph:
        node(id).graph = linker_.graph(value);
        read_then(id, map);
        return;
      case NodeKind::Advice:
        node(id).advice = linker_.precaution(value);
        read_then(id, map);
        return;
      case NodeKind::Branch:
        if (const yaml::Node* first = map.find("first")) {
          node(id).first = read_boolean(*first, linker_.diagnostics).value_or(false);
        }
        read_arms(id, value);
        return;
      case NodeKind::Decide:
        node(id).decide = linker_.fact(value);
        if (const yaml::Node* cases = map.require("cases")) read_cases(id, value, *cases);
        return;
      case NodeKind::End:
        node(id).end = linker_.text(value, prefix_ + "nodes." + node(id).name + ".end");
        return;
    }
  }

  void read_then(NodeId id, MapReader& map) {
    const yaml::Node* then = map.find("then");
    if (then == nullptr) return;
    Edge edge;
    edge.kind = EdgeKind::Then;
    edge.span = then->span;
    add_edges(id, *then, edge);
  }

  void read_outcomes(NodeId id, MapReader& map) {
    const yaml::Node* on = map.find("on");
    if (on == nullptr) return;
    for (const yaml::Entry& entry : entries_of(*on, linker_.diagnostics)) {
      Edge edge;
      edge.kind = EdgeKind::Outcome;
      edge.outcome = {linker_.resolve(linker_.outcomes, entry.key)};
      edge.span = entry.key.span;
      check_outcome(node(id).step, edge.outcome, entry.key);
      add_edges(id, entry.value, edge);
    }
  }

  void check_outcome(StepId step, OutcomeId outcome, const yaml::Node& name) {
    if (!step.is_set() || !outcome.is_set() || linker_.is_broken(step)) return;
    const Step& owner = linker_.knowledge.steps[step];
    if (std::find(owner.outcomes.begin(), owner.outcomes.end(), outcome) != owner.outcomes.end()) return;
    Diagnostic& problem = linker_.diagnostics.add(kOutcomeNotOfStep, name.span, {name.text, owner.id});
    std::vector<std::string> candidates;
    for (const OutcomeId known : owner.outcomes) candidates.push_back(linker_.knowledge.outcomes[known].id);
    if (auto nearest = linker_.suggest(name.text, candidates)) problem.fix = Fix{*std::move(nearest)};
    problem.notes.push_back({&kIsAStep, owner.span, {}});
  }

  void read_arms(NodeId id, const yaml::Node& arms) {
    std::size_t index = 0;
    for (const yaml::Node& item : items_of(arms, linker_.diagnostics)) {
      Edge edge;
      edge.kind = EdgeKind::Arm;
      edge.span = item.span;
      MapReader map(item, "branch", item.span, linker_.diagnostics);
      if (const yaml::Node* when = map.find("when")) edge.when = linker_.condition(*when);
      if (const yaml::Node* because = map.find("because")) {
        const std::string key =
            prefix_ + "nodes." + node(id).name + ".branch." + std::to_string(index) + ".because";
        edge.because = linker_.text(*because, key);
      }
      if (const yaml::Node* to = map.require("to")) add_edges(id, *to, edge);
      map.finish();
      ++index;
    }
  }

  // Each case becomes an arm with a condition on the fact: `platform = "bank"`, and for `else` that it is
  // none of the others. So a fact that is not known makes each way possible, as in any branch.
  void read_cases(NodeId id, const yaml::Node& name, const yaml::Node& cases) {
    const std::vector<yaml::Entry>& entries = entries_of(cases, linker_.diagnostics);
    const FactId fact = node(id).decide;
    const bool usable = fact.is_set() && !linker_.is_broken(fact);
    const FactKind kind = usable ? linker_.knowledge.facts[fact].kind : FactKind::Choice;
    if (kind != FactKind::Choice && kind != FactKind::Boolean) {
      linker_.diagnostics.add(kDecideKind, name.span, {name.text});
    }
    const bool decidable = usable && (kind == FactKind::Choice || kind == FactKind::Boolean);
    std::uint64_t listed = 0;
    const yaml::Entry* otherwise = nullptr;
    for (const yaml::Entry& entry : entries) {
      if (entry.key.text == "else") {
        otherwise = &entry;
        continue;
      }
      const auto option = decidable ? linker_.option(fact, entry.key) : std::nullopt;
      if (option) listed |= std::uint64_t{1} << *option;
      Edge edge;
      edge.kind = EdgeKind::Arm;
      edge.span = entry.key.span;
      if (option) edge.when = linker_.made_condition(is_option(fact, *option), entry.key.span);
      add_edges(id, entry.value, edge);
    }
    if (otherwise != nullptr) {
      Edge edge;
      edge.kind = EdgeKind::Arm;
      edge.span = otherwise->key.span;
      if (listed != 0) edge.when = linker_.made_condition(is_none_of(fact, listed), otherwise->key.span);
      add_edges(id, otherwise->value, edge);
    }
    if (decidable) check_complete(fact, listed, name, otherwise);
  }

  std::string literal(FactId fact, std::uint32_t option) {
    const Fact& owner = linker_.knowledge.facts[fact];
    const Str& name = owner.options[option].id;
    return owner.kind == FactKind::Boolean ? std::string(name) : "\"" + name + "\"";
  }

  std::string is_option(FactId fact, std::uint32_t option) {
    return linker_.knowledge.facts[fact].id + " = " + literal(fact, option);
  }

  std::string is_none_of(FactId fact, std::uint64_t listed) {
    std::string list;
    for (std::uint32_t i = 0; i < linker_.knowledge.facts[fact].options.size(); ++i) {
      if ((listed >> i & 1) == 0) continue;
      if (!list.empty()) list += ", ";
      list += literal(fact, i);
    }
    return "not(" + linker_.knowledge.facts[fact].id + " in (" + list + "))";
  }

  void check_complete(FactId fact, std::uint64_t listed, const yaml::Node& name,
                      const yaml::Entry* otherwise) {
    std::string missing;
    const Array<FactOption>& options = linker_.knowledge.facts[fact].options;
    for (std::uint32_t i = 0; i < options.size(); ++i) {
      if (listed >> i & 1) continue;
      if (!missing.empty()) missing += ", ";
      missing += options[i].id;
    }
    if (missing.empty() && otherwise != nullptr) linker_.diagnostics.add(kDecideElse, otherwise->key.span);
    if (!missing.empty() && otherwise == nullptr) {
      linker_.diagnostics.add(kDecideIncomplete, name.span, {missing});
    }
  }

  Linker& linker_;
  const Declared& declared_;
  GraphId id_;
  std::string prefix_;
  NameTable names_;
};

}  // namespace

void read_graph(Linker& linker, const Declared& declared) {
  GraphReader(linker, declared).read();
}

void check_ways(Linker& linker) {
  constexpr std::size_t kMaxWays = 1'000'000;
  std::size_t ways = 0;
  for (const Node& node : linker.knowledge.nodes) {
    if (!node.graph.is_set()) continue;
    ways += linker.knowledge.graphs[node.graph].start.size();
    if (ways <= kMaxWays) continue;
    linker.diagnostics.add(kTooManyWays, node.span, {std::to_string(kMaxWays)});
    return;
  }
}

}  // namespace zhilu::load
