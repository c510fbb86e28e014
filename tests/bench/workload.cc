// SPDX-License-Identifier: MIT
#include "tests/bench/workload.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

#include "engine/compile/compile.h"

namespace zhilu::bench {

namespace {

using Json = nlohmann::json;

/// A fact with more values than a choice can have options is a text.
constexpr std::size_t kMostOptions = 64;

class WorkloadReader {
 public:
  WorkloadReader() {
    knowledge_->phases.push_back({});
    Graph graph;
    graph.id = "rules";
    graph.enter = add_condition("true");
    Node branch;
    branch.name = "rules";
    branch.kind = NodeKind::Branch;
    branch.owner = GraphId{0};
    graph.start = {NodeId{0}};
    graph.nodes = {NodeId{0}};
    knowledge_->graphs.push_back(std::move(graph));
    knowledge_->nodes.push_back(std::move(branch));
  }

  Workload run(std::ifstream& in) {
    // Each fact, action and rule is taken as it comes and dropped, so that the file is never in memory.
    const auto take = [this](int depth, Json::parse_event_t event, Json& item) {
      if (depth == 1 && event == Json::parse_event_t::key) section_ = item.get<std::string>();
      if (depth != 2 || event != Json::parse_event_t::object_end) return true;
      if (section_ == "facts") add_fact(item);
      if (section_ == "actions") add_action(item);
      if (section_ == "rules") add_rule(item);
      return false;
    };
    const Json rest = Json::parse(in, take);
    if (!rest.is_object()) return {};
    add_urgencies();
    // The file has its facts before its rules, and its actions before them too.
    knowledge_->nodes[NodeId{0}].edges = std::move(arms_);
    // As with a compiled file: texts that are compiled when they are needed.
    knowledge_->lazy_programs = std::make_shared<LazyPrograms>(knowledge_->conditions.size());
    Workload workload;
    workload.knowledge = knowledge_;
    workload.compiled = compile(knowledge_);
    workload.domains = std::move(domains_);
    return workload;
  }

 private:
  void add_fact(const Json& item) {
    Fact fact;
    fact.id = item.at("name").get<std::string>();
    std::vector<std::string> domain;
    const std::string type = item.at("type").get<std::string>();
    fact.kind = FactKind::Number;
    if (type == "bool") {
      fact.kind = FactKind::Boolean;
    } else if (type == "enum") {
      domain = item.at("domain").get<std::vector<std::string>>();
      fact.kind = FactKind::Text;
      if (domain.size() <= kMostOptions) {
        fact.kind = FactKind::Choice;
        for (const std::string& value : domain)
          fact.options.push_back({.id = value, .title = {}, .likely = {}});
      }
    }
    knowledge_->fact_index[fact.id] = FactId{static_cast<std::uint32_t>(knowledge_->facts.size())};
    knowledge_->facts.push_back(std::move(fact));
    domains_.push_back(std::move(domain));
  }

  void add_action(const Json& item) {
    Step step;
    step.id = item.at("name").get<std::string>();
    priorities_.push_back(item.at("priority").get<int>());
    step.phase = PhaseId{0};
    for (const Json& before : item.at("after")) step.after.push_back(StepId{before.get<std::uint32_t>()});
    Node node;
    node.kind = NodeKind::Step;
    node.owner = GraphId{0};
    node.step = knowledge_->steps.push_back(std::move(step));
    knowledge_->graphs[GraphId{0}].nodes.push_back(knowledge_->nodes.push_back(std::move(node)));
  }

  /// The priorities that occur, highest first, are the scale of urgency.
  void add_urgencies() {
    std::vector<int> scale = priorities_;
    std::ranges::sort(scale, std::greater());
    scale.erase(std::unique(scale.begin(), scale.end()), scale.end());
    for (const int priority : scale)
      knowledge_->urgencies.push_back({.id = fmt::format("P{}", priority), .title = {}});
    for (std::uint32_t i = 0; i < priorities_.size(); ++i) {
      const auto at = std::ranges::lower_bound(scale, priorities_[i], std::greater());
      knowledge_->steps[StepId{i}].urgency.push_back(
          {.when = {}, .urgency = UrgencyId{static_cast<std::uint32_t>(at - scale.begin())}});
    }
  }

  static std::string text_of(const Json& test) {
    const std::string fact = test.at("fact").get<std::string>();
    const std::string op = test.at("op").get<std::string>();
    const Json& value = test.at("value");
    if (op == "in") {
      std::string values;
      for (const Json& one : value) values += (values.empty() ? "" : ", ") + one.dump();
      return fmt::format("{} in ({})", fact, values);
    }
    const char* relation = op == "ge" ? ">=" : op == "gt" ? ">" : op == "le" ? "<=" : op == "lt" ? "<" : "=";
    return fmt::format("{} {} {}", fact, relation, value.dump());
  }

  void add_rule(const Json& item) {
    std::string text;
    for (const Json& test : item.at("tests")) text += (text.empty() ? "" : " and ") + text_of(test);
    Edge arm;
    arm.kind = EdgeKind::Arm;
    arm.when = add_condition(text);
    arm.to = NodeId{1 + item.at("action").get<std::uint32_t>()};
    arms_.push_back(std::move(arm));
  }

  ConditionId add_condition(const std::string& text) {
    return knowledge_->conditions.push_back({.text = text, .span = {}, .program = {}, .input = {}});
  }

  std::shared_ptr<Knowledge> knowledge_ = std::make_shared<Knowledge>();
  std::vector<std::vector<std::string>> domains_;
  std::vector<Edge> arms_;
  /// By step.
  std::vector<int> priorities_;
  std::string section_;
};

void add_query(const Workload& workload, const Json& item, Queries& queries) {
  const std::size_t begin = queries.values.size();
  queries.values.resize(begin + queries.facts, kNotGiven);
  for (const auto& [name, value] : item.items()) {
    const FactId fact = workload.knowledge->find_fact(name);
    if (!fact.is_set()) continue;
    std::uint16_t& given = queries.values[begin + fact.value];
    if (value.is_string()) {
      const std::vector<std::string>& domain = workload.domains[fact.value];
      const auto at = std::find(domain.begin(), domain.end(), value.get<std::string>());
      given = static_cast<std::uint16_t>(at - domain.begin());
    } else {
      given = static_cast<std::uint16_t>(value.is_boolean() ? (value.get<bool>() ? 1 : 0) : value.get<int>());
    }
  }
}

}  // namespace

Workload read_workload(const std::string& dir, std::string& error) {
  std::ifstream in(dir + "/rules.json");
  if (!in) {
    error = "cannot read " + dir + "/rules.json";
    return {};
  }
  try {
    return WorkloadReader().run(in);
  } catch (const Json::exception& e) {
    error = dir + "/rules.json: " + e.what();
    return {};
  }
}

Queries read_queries(const Workload& workload, const std::string& path, std::size_t most,
                     std::string& error) {
  Queries queries{.facts = workload.domains.size(), .values = {}};
  std::ifstream in(path);
  if (!in) error = "cannot read " + path;
  // Room that is not used takes no memory, and moving it all to larger room would.
  queries.values.reserve(most * queries.facts);
  std::string line;
  try {
    while (queries.size() < most && std::getline(in, line)) {
      add_query(workload, Json::parse(line), queries);
    }
  } catch (const Json::exception& e) {
    error = path + ": " + e.what();
  }
  return queries;
}

void fill(const Workload& workload, Query query, Matter& matter) {
  for (std::uint32_t f = 0; f < query.size(); ++f) {
    const FactId fact{f};
    const std::uint16_t value = query[f];
    retract(matter, fact);
    if (value == kNotGiven) continue;
    switch (workload.knowledge->facts[fact].kind) {
      case FactKind::Boolean:
        set_boolean(matter, fact, value == 1, Origin::Answer);
        break;
      case FactKind::Choice:
        set_option(matter, *workload.knowledge, fact, value, Origin::Answer);
        break;
      case FactKind::Text:
        set_text(matter, fact, workload.domains[f][value], Origin::Answer);
        break;
      default:
        set_amount(matter, fact, Decimal(value), Decimal(value), Origin::Answer);
        break;
    }
  }
}

}  // namespace zhilu::bench
