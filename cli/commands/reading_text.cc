// SPDX-License-Identifier: MIT
#include "cli/commands/reading_text.h"

#include <fmt/format.h>

namespace zhilu {
namespace {

class ReadingPrinter {
 public:
  explicit ReadingPrinter(bool zh) : zh_(zh) {}

  std::string print(const ReadingDocument& document) {
    line(0, zh_ ? "小句" : "Clauses");
    for (std::size_t i = 0; i < document.clauses.size(); ++i) print(document.clauses[i], i + 1);
    line(0, zh_ ? fmt::format("事实（至少 {}）", document.threshold)
                : fmt::format("Facts (at least {})", document.threshold));
    for (const FactLine& fact : document.facts) print(fact);
    if (document.facts.empty()) line(2, zh_ ? "没有读出事实。" : "no fact was read.");
    if (!document.contradictions.empty()) line(0, zh_ ? "互相矛盾" : "Contradictions");
    for (const ContradictionLine& found : document.contradictions) {
      line(2, found.fact_label + "  " + found.text);
    }
    return std::move(out_);
  }

 private:
  void line(std::size_t indent, std::string_view text) { out_.append(indent, ' ').append(text).append("\n"); }
  std::string quoted(std::string_view text) const {
    return zh_ ? fmt::format("“{}”", text) : fmt::format("\"{}\"", text);
  }

  void print(const ClauseLine& clause, std::size_t number) {
    line(2, fmt::format("{}  {}{}", number, clause.place.quote,
                        !clause.asks ? ""
                        : zh_        ? "  （提问）"
                                     : "  (a question)"));
    for (const CueLine& cue : clause.cues) {
      line(5, fmt::format("{} {}  {}", zh_ ? "虚词" : "cue", quoted(cue.place.quote), cue.label));
    }
    for (const WordLine& word : clause.words) print(word);
    for (const AmountLine& amount : clause.amounts) {
      line(5, fmt::format("{} {} {}  {}{}", mark(amount.counts), quoted(amount.place.quote), amount.amount,
                          zh_ ? "金额：" : "amount: ", amount.why));
    }
  }

  void print(const WordLine& word) {
    std::string text = fmt::format("{} {}  {}{}{}", mark(word.counts), quoted(word.place.quote),
                                   word.fact_label, zh_ ? "：" : ": ", word.label);
    if (word.place.quote != word.phrase)
      text += fmt::format(fmt::runtime(zh_ ? "  词“{}”" : "  phrase \"{}\""), word.phrase);
    text += word.counts && word.confidence != word.weight
                ? fmt::format("  {} → {}", word.weight, word.confidence)
                : fmt::format("  {}", word.weight);
    if (!word.why.empty()) text += (zh_ ? "，" : ", ") + word.why;
    line(5, text);
  }

  void print(const FactLine& fact) {
    line(2, fmt::format("{} {}  {}{}  {}  {}{}", mark(fact.counts), fact.fact_label,
                        fact.holds ? ""
                        : zh_      ? "没有："
                                   : "not: ",
                        fact.label, fact.confidence, quoted(fact.place.quote),
                        fact.why.empty() ? "" : (zh_ ? "，" : ", ") + fact.why));
  }

  static std::string_view mark(bool counts) { return counts ? "✓" : "✗"; }

  bool zh_;
  std::string out_;
};

void write_place(const QuotedPlace& place, JsonWriter& json) {
  json.key("span");
  json.begin_array();
  json.integer(place.begin);
  json.integer(place.end);
  json.end_array();
  json.key("quote");
  json.string(place.quote);
}

void write_string(std::string_view name, std::string_view value, JsonWriter& json) {
  json.key(name);
  json.string(value);
}

void write_word(const WordLine& word, JsonWriter& json) {
  json.begin_object();
  write_place(word.place, json);
  write_string("fact", word.fact, json);
  write_string("value", word.value, json);
  write_string("phrase", word.phrase, json);
  json.key("weight");
  json.integer(word.weight);
  json.key("counts");
  json.boolean(word.counts);
  json.key("holds");
  json.boolean(word.holds);
  json.key("confidence");
  json.integer(word.confidence);
  write_string("fate", word.fate, json);
  write_string("why", word.why, json);
  json.end_object();
}

void write_clause(const ClauseLine& clause, JsonWriter& json) {
  json.begin_object();
  write_place(clause.place, json);
  json.key("asks");
  json.boolean(clause.asks);
  json.key("cues");
  json.begin_array();
  for (const CueLine& cue : clause.cues) {
    json.begin_object();
    write_place(cue.place, json);
    write_string("kind", cue.kind, json);
    json.end_object();
  }
  json.end_array();
  json.key("words");
  json.begin_array();
  for (const WordLine& word : clause.words) write_word(word, json);
  json.end_array();
  json.key("amounts");
  json.begin_array();
  for (const AmountLine& amount : clause.amounts) {
    json.begin_object();
    write_place(amount.place, json);
    write_string("amount", amount.amount, json);
    write_string("role", amount.role, json);
    json.key("counts");
    json.boolean(amount.counts);
    write_string("why", amount.why, json);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

std::string reading_text(const ReadingDocument& document, Tongue tongue) {
  return ReadingPrinter(tongue == Tongue::Chinese).print(document);
}

void write_reading(const ReadingDocument& document, JsonWriter& json) {
  json.begin_object();
  json.key("threshold");
  json.integer(document.threshold);
  json.key("clauses");
  json.begin_array();
  for (const ClauseLine& clause : document.clauses) write_clause(clause, json);
  json.end_array();
  json.end_object();
}

}  // namespace zhilu
