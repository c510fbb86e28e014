// SPDX-License-Identifier: MIT
#include "cli/what_if_text.h"

#include <fmt/format.h>

#include "cli/json/writer.h"
#include "cli/why_text.h"

namespace zhilu {
namespace {

std::string fact_text(const AnswerLine& fact, bool zh) {
  std::string text = fact.label + (zh ? "：" : ": ") + fact.value_label;
  if (fact.assumed) text += zh ? "（没有说，先按这样处理）" : " (not said, taken for granted)";
  return text;
}

std::string change_text(const FactChange& change, bool zh) {
  const std::string before = change.before.value_label.empty() ? std::string(zh ? "还不知道" : "not known")
                                                               : change.before.value_label;
  const std::string after =
      change.after.value_label.empty() ? std::string(zh ? "不知道" : "not known") : change.after.value_label;
  return fmt::format("{}{}{} → {}", change.before.label, zh ? "：" : ": ", before, after);
}

void write_fact(const AnswerLine& fact, JsonWriter& json) {
  json.begin_object();
  json.key("fact");
  json.string(fact.fact);
  json.key("label");
  json.string(fact.label);
  json.key("value");
  fact.value.empty() ? json.null() : json.string(fact.value);
  json.key("value_label");
  json.string(fact.value_label);
  json.key("assumed");
  json.boolean(fact.assumed);
  json.end_object();
}

void write_changes(const std::vector<FactChange>& changes, JsonWriter& json) {
  json.begin_array();
  for (const FactChange& change : changes) {
    json.begin_object();
    json.key("before");
    write_fact(change.before, json);
    json.key("after");
    write_fact(change.after, json);
    json.end_object();
  }
  json.end_array();
}

void write_status(std::string_view status, JsonWriter& json) {
  status.empty() ? json.null() : json.string(status);
}

void write_rank(std::uint32_t rank, JsonWriter& json) {
  rank == 0 ? json.null() : json.integer(rank);
}

/// comes, goes, changes, moves
std::string_view kind_of(const StepChange& change) {
  if (change.before.empty()) return "comes";
  if (change.after.empty()) return "goes";
  return change.before == change.after ? "moves" : "changes";
}

std::string step_text(const StepChange& change, const std::string& title, bool zh) {
  const std::string_view before = status_label(change.before, zh);
  const std::string_view after = status_label(change.after, zh);
  if (change.before.empty()) return fmt::format("  + {}{}{}\n", title, zh ? "：" : ": ", after);
  if (change.after.empty()) {
    return fmt::format(fmt::runtime(zh ? "  - {}（原来：{}）\n" : "  - {} (was: {})\n"), title, before);
  }
  if (change.before != change.after) {
    return fmt::format("  ~ {}{}{} → {}\n", title, zh ? "：" : ": ", before, after);
  }
  return fmt::format(fmt::runtime(zh ? "  ~ {}：第 {} 步 → 第 {} 步\n" : "  ~ {}: place {} → {}\n"), title,
                     change.rank_before, change.rank_after);
}

}  // namespace

std::string why_not_text(const WhyNotDocument& document, bool zh) {
  std::string text =
      document.title + (zh ? "：" : ": ") + std::string(status_label(document.status, zh)) + "\n";
  if (document.status != "out" && document.status != "maybe") return text;
  if (document.ruled_out && document.because.empty()) {
    text += zh ? "\n不管情况怎样，都没有路通到这一步。\n"
               : "\nNo way leads to this step, whatever is the case.\n";
  } else if (document.ruled_out) {
    text += zh ? "\n没有这一步，是因为\n" : "\nit is not there because\n";
    for (const AnswerLine& fact : document.because) text += "  " + fact_text(fact, zh) + "\n";
  }
  if (!document.change.empty()) {
    text += zh ? (document.change_is_least ? "\n要有这一步，最少要变的\n" : "\n要有这一步，可以这样变\n")
               : (document.change_is_least ? "\nthe least that would bring it in\n"
                                           : "\nthis would bring it in\n");
    for (const FactChange& change : document.change) text += "  " + change_text(change, zh) + "\n";
    text += (zh ? "  这一步就会是：" : "  the step would be: ") +
            std::string(status_label(document.then, zh)) + "\n";
  } else if (!document.because.empty() || !document.ruled_out) {
    text += zh ? "\n没有找到能使它出现的变化。\n" : "\nNo change was found that would bring it in.\n";
  }
  return text;
}

std::string why_not_json(const WhyNotDocument& document) {
  std::string text;
  {
    JsonWriter json(text);
    json.begin_object();
    json.key("step");
    json.string(document.step);
    json.key("title");
    json.string(document.title);
    json.key("status");
    json.string(document.status);
    json.key("ruled_out");
    json.boolean(document.ruled_out);
    json.key("because");
    json.begin_array();
    for (const AnswerLine& fact : document.because) write_fact(fact, json);
    json.end_array();
    json.key("because_is_least");
    json.boolean(document.because_is_least);
    json.key("change");
    write_changes(document.change, json);
    json.key("then");
    write_status(document.then, json);
    json.key("change_is_least");
    json.boolean(document.change_is_least);
    json.end_object();
  }
  return text + "\n";
}

std::string what_if_text(const WhatIfDocument& document, bool zh) {
  std::string text = zh ? "如果\n" : "if\n";
  for (const FactChange& change : document.facts) text += "  " + change_text(change, zh) + "\n";
  if (document.facts.empty()) text += zh ? "  （和现在一样）\n" : "  (as it is now)\n";
  if (document.severity_before != document.severity_after) {
    text += (zh ? "\n严重程度  " : "\nseverity  ") + document.severity_label_before + " → " +
            document.severity_label_after + "\n";
  }
  if (document.steps.empty()) return text + (zh ? "\n计划不变。\n" : "\nThe plan stays as it is.\n");
  text += zh ? "\n计划会这样变\n" : "\nthe plan would change\n";
  for (std::size_t i = 0; i < document.steps.size(); ++i) {
    text += step_text(document.steps[i], document.titles[i], zh);
  }
  return text;
}

std::string what_if_json(const WhatIfDocument& document) {
  std::string text;
  {
    JsonWriter json(text);
    json.begin_object();
    json.key("facts");
    write_changes(document.facts, json);
    json.key("severity");
    json.begin_object();
    json.key("before");
    json.string(document.severity_before);
    json.key("after");
    json.string(document.severity_after);
    json.end_object();
    json.key("steps");
    json.begin_array();
    for (std::size_t i = 0; i < document.steps.size(); ++i) {
      const StepChange& change = document.steps[i];
      json.begin_object();
      json.key("step");
      json.string(change.step);
      json.key("title");
      json.string(document.titles[i]);
      json.key("change");
      json.string(kind_of(change));
      json.key("before");
      write_status(change.before, json);
      json.key("after");
      write_status(change.after, json);
      json.key("rank_before");
      write_rank(change.rank_before, json);
      json.key("rank_after");
      write_rank(change.rank_after, json);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  return text + "\n";
}

}  // namespace zhilu
