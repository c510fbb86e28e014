// SPDX-License-Identifier: MIT
#include "engine/why.h"

#include <fmt/format.h>

#include "engine/locale/script.h"
#include "engine/render/condition_text.h"
#include "engine/render/wording.h"

namespace zhilu {
namespace {

// A sentence in the two authored languages; {} is filled in.
struct Sentence {
  const char* zh;
  const char* en;
};

constexpr Sentence kEnter{"进入“{}”", "the graph '{}' is entered"};
constexpr Sentence kSubGraph{"由别的图进入“{}”", "the graph '{}' is entered from another"};
constexpr Sentence kArm{"走“{}”这一支", "the branch '{}' is taken"};
constexpr Sentence kBareArm{"走这一支", "this branch is taken"};
constexpr Sentence kOtherwise{"走其余情形的一支", "the branch for all else is taken"};
constexpr Sentence kAfter{"在“{}”之后", "after '{}'"};
constexpr Sentence kOutcome{"“{}”的结果是“{}”", "the outcome of '{}' is '{}'"};
constexpr Sentence kUnless{"有这种情形就不做", "left out where this holds"};
constexpr Sentence kDone{"已经做过", "done already"};
constexpr Sentence kAccepts{"“{}”受理", "'{}' takes it"};
constexpr Sentence kRefuses{"“{}”不受理：{}", "'{}' turns it away: {}"};

struct StatusWords {
  StepStatus status;
  const char* id;
  Sentence label;
};
constexpr StatusWords kStatuses[] = {
    {StepStatus::Do, "do", {"现在做", "to be done"}},
    {StepStatus::Wait, "wait", {"已提交，等答复", "submitted, awaiting the answer"}},
    {StepStatus::Later, "later", {"以后才做", "later"}},
    {StepStatus::Maybe, "maybe", {"取决于还不知道的事", "depends on what is not known"}},
    {StepStatus::Done, "done", {"已经做了", "done"}}};
constexpr Sentence kRuledOut{"不在计划里", "not in the plan"};

class WhyWriter {
 public:
  WhyWriter(const Engine& engine, const Matter& matter, Date today, Language language)
      : knowledge_(engine.knowledge()),
        settled_(engine.settle(matter, today)),
        wording_(engine.words(), language, settled_, today, pool_),
        language_(language) {}

  WhyDocument write(const Explanation& explanation) {
    const Step& step = knowledge_.steps[explanation.step];
    WhyDocument document;
    document.step = step.id;
    document.title = wording_.text(step.title);
    document.status = "out";
    document.status_label = say(kRuledOut);
    for (const StatusWords& words : kStatuses) {
      if (explanation.status != words.status) continue;
      document.status = words.id;
      document.status_label = say(words.label);
    }
    for (const Way& way : explanation.ways) {
      std::vector<WhyLine> lines;
      for (const Reason& reason : way) lines.push_back(line(reason, explanation.step));
      document.ways.push_back(std::move(lines));
    }
    for (const Reason& reason : explanation.own) document.own.push_back(line(reason, explanation.step));
    for (FactId fact : explanation.depends_on)
      document.depends_on.emplace_back(wording_.title(knowledge_.facts[fact].title));
    document.sources = sources(step.sources);
    return document;
  }

 private:
  template <class... Args>
  std::string say(Sentence sentence, const Args&... args) {
    if (language_ == Language::English) return fmt::format(fmt::runtime(sentence.en), args...);
    const std::string zh = fmt::format(fmt::runtime(sentence.zh), args...);
    // Texts of the knowledge are traditional already, and stay so.
    return language_ == Language::Hant ? script_->convert(zh) : zh;
  }

  WhyLine line(const Reason& reason, StepId step) {
    WhyLine made{
        .text = {}, .truth = reason.truth, .condition = {}, .words = {}, .missing = {}, .sources = {}};
    if (reason.condition.is_set()) {
      const Condition& condition = knowledge_.conditions[reason.condition];
      made.condition = condition.text;
      const expr::Program* program = knowledge_.find_program(reason.condition);
      if (program != nullptr) made.words = condition_text(wording_, program->ast()).text;
      if (reason.truth == Truth::Unknown && program != nullptr) made.missing = missing(*program);
    }
    describe(reason, step, made);
    return made;
  }

  void describe(const Reason& reason, StepId step, WhyLine& made) {
    switch (reason.kind) {
      case ReasonKind::Enter: {
        const Graph& graph = knowledge_.graphs[reason.graph];
        made.text = say(kEnter, wording_.text(graph.title));
        made.sources = sources(graph.sources);
        return;
      }
      case ReasonKind::SubGraph:
        made.text = say(kSubGraph, wording_.text(knowledge_.graphs[reason.graph].title));
        return;
      case ReasonKind::Arm: {
        const Node& node = knowledge_.nodes[reason.node];
        const Text& because = node.edges[reason.edge].because;
        made.text = !because.empty() ? say(kArm, wording_.text(because))
                                     : say(reason.condition.is_set() ? kBareArm : kOtherwise);
        made.sources = sources(node.sources);
        return;
      }
      case ReasonKind::Then:
        made.text = say(kAfter, name(reason.node));
        return;
      case ReasonKind::Outcome:
        made.text =
            say(kOutcome, name(reason.node), wording_.text(knowledge_.outcomes[reason.outcome].title));
        return;
      case ReasonKind::Unless:
        made.text = say(kUnless);
        return;
      case ReasonKind::Done:
        made.text = say(kDone);
        return;
      case ReasonKind::Accepts:
        made.text = say(kAccepts, wording_.text(channel(step).title));
        return;
      case ReasonKind::Refusal: {
        const Refusal& refusal = channel(step).refuses[reason.refusal];
        made.text = say(kRefuses, wording_.text(channel(step).title), wording_.text(refusal.because));
        made.sources = sources(refusal.sources);
        return;
      }
    }
  }

  const Channel& channel(StepId step) const { return knowledge_.channels[knowledge_.steps[step].channel]; }

  // A node as a person knows it: by its step, or by its name.
  std::string_view name(NodeId id) const {
    const Node& node = knowledge_.nodes[id];
    switch (node.kind) {
      case NodeKind::Step:
        return wording_.text(knowledge_.steps[node.step].title);
      case NodeKind::Graph:
        return wording_.text(knowledge_.graphs[node.graph].title);
      case NodeKind::Advice:
        return wording_.text(knowledge_.precautions[node.advice].text);
      case NodeKind::Branch:
      case NodeKind::Decide:
      case NodeKind::End:
        return node.name;
    }
    return node.name;
  }

  std::vector<std::string> missing(const expr::Program& program) const {
    std::vector<std::string> titles;
    for (FactId fact : program.facts()) {
      if (!settled_[fact].is_known()) titles.emplace_back(wording_.title(knowledge_.facts[fact].title));
    }
    return titles;
  }

  std::vector<const SourceLine*> sources(const SourceRefs& refs) const {
    std::vector<const SourceLine*> lines;
    for (const SourceRef& ref : refs) lines.push_back(&wording_.source(ref));
    return lines;
  }

  const Knowledge& knowledge_;
  Matter settled_;
  TextPool pool_;
  Wording wording_;
  Language language_;
  std::unique_ptr<const TraditionalScript> script_ =
      language_ == Language::Hant ? std::make_unique<const TraditionalScript>() : nullptr;
};

}  // namespace

WhyDocument why_in_words(const Engine& engine, const Matter& matter, Date today, StepId step,
                         Language language) {
  return WhyWriter(engine, matter, today, language).write(engine.explain(matter, today, step));
}

}  // namespace zhilu
