// SPDX-License-Identifier: MIT
// Texts with placeholders, in every language: they must be sound MessageFormat, name facts, and use each as
// what it is.
#include <algorithm>
#include <optional>

#include "engine/base/spelling.h"
#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"
#include "engine/locale/message.h"

namespace zhilu::checks {
namespace {

// The day a plan is made is at hand in every text.
constexpr std::string_view kToday = "today";

// What a placeholder asks of its fact, in both languages.
struct Demand {
  std::string_view zh;
  std::string_view en;
};

Demand demand_of(PlaceholderKind kind) {
  switch (kind) {
    case PlaceholderKind::Plain:
      return {"值", "a value"};
    case PlaceholderKind::Number:
    case PlaceholderKind::Plural:
      return {"数", "a number"};
    case PlaceholderKind::Date:
      return {"日期", "a date"};
    case PlaceholderKind::Select:
      return {"单选或是非", "a choice or boolean"};
  }
  return {};
}

bool fits(FactKind fact, PlaceholderKind placeholder) {
  switch (placeholder) {
    case PlaceholderKind::Plain:
      return true;
    case PlaceholderKind::Number:
    case PlaceholderKind::Plural:
      return fact == FactKind::Number || fact == FactKind::Money;
    case PlaceholderKind::Date:
      return fact == FactKind::Date;
    case PlaceholderKind::Select:
      return fact == FactKind::Choice || fact == FactKind::Boolean;
  }
  return true;
}

class MessageCheck {
 public:
  MessageCheck(const Knowledge& knowledge, Findings& out) : knowledge_(knowledge), out_(out) {}

  /// `name` is the text's key, with the language in front where it is a translation.
  void run(const std::string& source, const std::string& name, Span span, Language language) {
    if (source.find('{') == std::string::npos) return;
    const auto message = Message::compile(source, language);
    if (!message) {
      report_fault(message.error(), name, span);
      return;
    }
    for (const Placeholder& placeholder : message->placeholders()) check_placeholder(placeholder, name, span);
  }

 private:
  void report_fault(const MessageProblem& problem, const std::string& name, Span span) {
    switch (problem.fault) {
      case MessageFault::Syntax:
        out_.add(kBadMessage, span, {name, std::to_string(problem.offset)});
        return;
      case MessageFault::MissingOther:
        out_.add(kMessageWithoutOther, span, {name});
        return;
      case MessageFault::UnsupportedType:
        out_.add(kMessageType, span, {name, problem.detail});
        return;
      case MessageFault::BadStyle:
        out_.add(kMessageStyle, span, {name, problem.detail});
        return;
      case MessageFault::TooLarge:
        out_.add(kMessageTooLarge, span, {name});
        return;
    }
  }

  void check_placeholder(const Placeholder& placeholder, const std::string& name, Span span) {
    const FactId id = knowledge_.find_fact(placeholder.name);
    if (!id.is_set()) {
      if (placeholder.name == kToday) {
        if (placeholder.kind != PlaceholderKind::Plain && placeholder.kind != PlaceholderKind::Date) {
          report_type(placeholder, name, span);
        }
        return;
      }
      Diagnostic& problem = out_.add(kUnknownPlaceholder, span, {name, placeholder.name});
      // The search is long; for what is no longer listed nobody needs its result.
      if (out_.left_out() > 0) return;
      if (const auto nearest = find_nearest(placeholder.name, fact_names())) {
        problem.notes.push_back({&kNearestFact, Span(), {*nearest}});
      }
      return;
    }
    const Fact& fact = knowledge_.facts[id];
    if (!fits(fact.kind, placeholder.kind)) {
      report_type(placeholder, name, span);
    } else if (placeholder.kind == PlaceholderKind::Select) {
      check_cases(placeholder, fact, name, span);
    }
  }

  void report_type(const Placeholder& placeholder, const std::string& name, Span span) {
    const Demand demand = demand_of(placeholder.kind);
    out_.add(kPlaceholderType, span,
             {name, placeholder.name, std::string(demand.zh), std::string(demand.en)});
  }

  void check_cases(const Placeholder& placeholder, const Fact& fact, const std::string& name, Span span) {
    for (const std::string& written : placeholder.cases) {
      const bool is_boolean_case =
          fact.kind == FactKind::Boolean && (written == "true" || written == "false");
      const bool is_option = std::any_of(fact.options.begin(), fact.options.end(),
                                         [&](const FactOption& option) { return option.id == written; });
      if (written == "other" || is_boolean_case || is_option) continue;
      out_.add(kUnknownCase, span, {name, fact.id, written});
    }
  }

  const std::vector<std::string>& fact_names() {
    if (fact_names_.empty()) {
      for (const Fact& fact : knowledge_.facts) fact_names_.push_back(fact.id);
    }
    return fact_names_;
  }

  const Knowledge& knowledge_;
  Findings& out_;
  std::vector<std::string> fact_names_;
};

}  // namespace

void check_messages(const Knowledge& knowledge, Findings& out) {
  MessageCheck check(knowledge, out);
  visit_texts(knowledge,
              [&](const Text& text) { check.run(text.source, text.key, text.span, Language::Hans); });
  for (const auto& [tag, translations] : knowledge.translations) {
    const std::optional<Language> language = find_language(tag);
    if (!language) continue;
    for (const auto& [key, translation] : translations)
      check.run(translation, tag + ": " + key, Span(), *language);
  }
}

}  // namespace zhilu::checks
