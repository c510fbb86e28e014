// SPDX-License-Identifier: MIT
#include "engine/reading.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/locale/language.h"
#include "engine/render/fact_text.h"
#include "engine/render/privacy.h"

namespace zhilu {
namespace {

// A kind of thing: its name in data, and what it is called.
template <class Kind>
struct NamedKind {
  Kind kind;
  const char* id;
  const char* zh;
  const char* en;
};

constexpr NamedKind<Cue> kCueNames[] = {
    {Cue::Negation, "negation", "否定", "negation"},
    {Cue::Stop, "stop", "否定到此为止", "ends a negation"},
    {Cue::Irrealis, "wish", "愿望、打算、可能", "wish, plan or possibility"},
    {Cue::Condition, "condition", "假设", "condition"},
    {Cue::Doubt, "doubt", "疑问、怀疑", "doubt"},
    {Cue::Avert, "avert", "要防止的", "to be averted"},
    {Cue::Asking, "asking", "提问", "question"},
    {Cue::Done, "done", "已经做了", "done already"},
    {Cue::Counterpart, "counterpart", "对方", "the other side"},
    {Cue::Authority, "authority", "有关机关", "an authority"},
    {Cue::Myself, "myself", "本人", "the person"},
    {Cue::Said, "said", "转述", "reported speech"},
    {Cue::Outcome, "outcome", "处理结果", "outcome of a complaint"},
    {Cue::PaidBack, "paid_back", "钱已退回", "the money is back"},
    {Cue::Demand, "demand", "要钱", "demands money"},
    {Cue::Lost, "lost", "损失", "lost"},
    {Cue::Paid, "paid", "付出", "paid"},
    {Cue::Offered, "offered", "答应给的、欠的、收到的", "offered, owed or received"},
    {Cue::Price, "price", "价格、余额", "price or balance"},
    {Cue::Fee, "fee", "费用名目", "name of a fee"},
    {Cue::Total, "total", "合计", "total"},
    {Cue::Each, "each", "每次、每月", "each time"},
    {Cue::Again, "again", "又一笔", "one more"},
};

constexpr NamedKind<WordFate> kFates[] = {
    {WordFate::Counts, "counts", "", ""},
    {WordFate::Denies, "denies", "前面有否定，算“没有”", "denied, counts as 'not'"},
    {WordFate::InLonger, "in_longer", "在更长的“{}”里，只算长的",
     "inside the longer '{}', which counts alone"},
    {WordFate::HiddenByNot, "hidden_by_not", "在 not 的“{}”里，不算",
     "inside '{}', which is listed under `not`"},
    {WordFate::NoCompanion, "no_companion", "with 里的词一个也没有", "none of its `with` stands in the text"},
    {WordFate::Forbidden, "forbidden", "有 without 里的“{}”", "the text has '{}', listed under `without`"},
    {WordFate::InIdentifier, "in_identifier", "是电话、账号一类的一部分",
     "part of a telephone number or account"},
    {WordFate::OpenQuestion, "open_question", "“有没有”一类的提问，不说明什么",
     "a question that says neither"},
    {WordFate::NotDone, "not_done", "没有说成做过的事（done）", "not told as done"},
    {WordFate::Supposed, "supposed", "是假设的，或要防止的", "supposed, or to be averted"},
    {WordFate::QuotedDenial, "quoted_denial", "是对方说的否定", "denied by the other side"},
    {WordFate::DeniedOneOfMany, "denied", "前面有否定，不采用", "denied, so it says nothing"},
    {WordFate::SurerReading, "surer_reading", "同一处有更可靠的读法",
     "a surer reading stands over the same place"},
};

constexpr NamedKind<AmountRole> kRoles[] = {
    {AmountRole::Lost, "lost", "损失", "lost"},
    {AmountRole::Paid, "paid", "付出", "paid"},
    {AmountRole::Demanded, "demanded", "对方要的，没有说已经付", "demanded, not told as paid"},
    {AmountRole::Offered, "offered", "答应给的、欠的、收到的", "offered, owed or received"},
    {AmountRole::Price, "price", "价格、余额", "a price or balance"},
    {AmountRole::Unknown, "unknown", "没有说这笔钱怎么了", "the text does not say what became of it"},
};

template <class Kind, std::size_t N>
const NamedKind<Kind>* find_name(const NamedKind<Kind> (&names)[N], Kind kind) {
  const auto* found =
      std::find_if(std::begin(names), std::end(names), [&](const auto& n) { return n.kind == kind; });
  return found == std::end(names) ? nullptr : found;
}

class ReadingWriter {
 public:
  ReadingWriter(const Engine& engine, std::string_view text, Date today, Language language)
      : engine_(engine),
        knowledge_(engine.knowledge()),
        masked_(text),
        today_(today),
        language_(language),
        nothing_(engine.new_matter()),
        wording_(engine.words(), language, nothing_, today, pool_) {}

  ReadingDocument write(const Understanding& understanding, const Trace& trace) {
    ReadingDocument document;
    document.threshold = kThreshold;
    for (const ClauseTrace& clause : trace.clauses) document.clauses.push_back(line_of(clause));
    for (const Candidate& candidate : understanding.candidates) document.facts.push_back(line_of(candidate));
    for (const Contradiction& contradiction : understanding.contradictions) {
      document.contradictions.push_back(line_of(contradiction, understanding, document.facts));
    }
    return document;
  }

 private:
  bool zh() const { return is_chinese(language_); }
  template <class Kind>
  const char* name(const NamedKind<Kind>& kind) const {
    return zh() ? kind.zh : kind.en;
  }

  QuotedPlace place(std::uint32_t begin, std::uint32_t end) const {
    return {begin, end, masked_.excerpt(begin, end)};
  }

  ClauseLine line_of(const ClauseTrace& clause) {
    ClauseLine line{.place = place(clause.begin, clause.end), .asks = clause.asks};
    for (const CueTrace& cue : clause.cues) {
      const NamedKind<Cue>* kind = find_name(kCueNames, cue.cue);
      if (kind != nullptr) line.cues.push_back({place(cue.begin, cue.end), kind->id, name(*kind)});
    }
    for (const WordTrace& word : clause.words) line.words.push_back(line_of(word));
    std::stable_sort(line.words.begin(), line.words.end(), [](const WordLine& a, const WordLine& b) {
      return a.place.begin != b.place.begin ? a.place.begin < b.place.begin : a.counts > b.counts;
    });
    for (const AmountTrace& amount : clause.amounts) line.amounts.push_back(line_of(amount));
    return line;
  }

  WordLine line_of(const WordTrace& trace) {
    const Word& word = knowledge_.words[trace.word];
    const Fact& fact = knowledge_.facts[word.fact];
    // Options of a boolean fact are numbered by what they mean.
    const std::uint32_t option = fact.kind != FactKind::Boolean           ? word.option
                                 : fact.options[word.option].id == "true" ? 1
                                                                          : 0;
    const NamedKind<WordFate>& fate = *find_name(kFates, trace.fate);
    WordLine line{.place = place(trace.begin, trace.end),
                  .fact = fact.id,
                  .value = fact.options[word.option].id,
                  .fact_label = std::string(wording_.title(fact.title)),
                  .label = std::string(option_title(wording_, word.fact, option)),
                  .phrase = word.phrase,
                  .counts = trace.fate == WordFate::Counts || trace.fate == WordFate::Denies,
                  .holds = trace.fate != WordFate::Denies,
                  .weight = word.confidence,
                  .confidence = trace.confidence,
                  .fate = fate.id,
                  .why = fmt::format(fmt::runtime(name(fate)), settled_by(trace))};
    if (trace.fate != WordFate::Counts) return line;
    if (trace.stance == Stance::Asked)
      line.why = zh() ? "是在问或在怀疑，打折" : "asked or suspected, counts less";
    if (trace.stance == Stance::QuotedDenial)
      line.why = zh() ? "否定是对方说的，不算没有" : "the denial is the other side's";
    return line;
  }

  std::string_view settled_by(const WordTrace& trace) const {
    if (trace.fate == WordFate::Forbidden) {
      const Array<Str>& without = knowledge_.words[trace.word].without;
      return trace.forbidden_by < without.size() ? std::string_view(without[trace.forbidden_by])
                                                 : std::string_view();
    }
    return trace.by == WordTrace::kNoWord ? std::string_view()
                                          : std::string_view(knowledge_.words[trace.by].phrase);
  }

  AmountLine line_of(const AmountTrace& trace) {
    const Amount& amount = trace.amount;
    const NamedKind<AmountRole>& role = *find_name(kRoles, amount.role);
    const std::optional<Decimal> low = amount.money.low.decimal();
    const std::optional<Decimal> high = amount.money.high.decimal();
    AmountLine line{.place = place(trace.begin, trace.end), .role = role.id, .counts = trace.counts};
    if (low) line.amount = low->to_string();
    if (!amount.money.bounded) {
      line.amount += "..";
    } else if (low && high && *low != *high) {
      line.amount += ".." + high->to_string();
    }
    if (!amount.money.token.empty()) line.amount.append(" ").append(amount.money.token);
    line.why = name(role);
    const auto add = [&](bool holds, const char* chinese, const char* english) {
      if (holds) line.why.append(zh() ? "；" : "; ").append(zh() ? chinese : english);
    };
    add(amount.is_total, "合计", "a total");
    add(amount.is_each, "每次或每月", "each time");
    add(amount.is_again, "又一笔", "one more");
    const bool gone = amount.role == AmountRole::Lost || amount.role == AmountRole::Paid;
    add(gone && !trace.counts, "前面说过，或有更能说明损失的一笔",
        "told before, or another amount tells the loss");
    return line;
  }

  FactLine line_of(const Candidate& candidate) {
    Matter matter = engine_.new_matter();
    matter[candidate.fact] = candidate.answer;
    const Wording wording(engine_.words(), language_, matter, today_, pool_);
    FactLine line{.place = place(candidate.begin, candidate.end),
                  .fact = knowledge_.facts[candidate.fact].id,
                  .fact_label = std::string(wording_.title(knowledge_.facts[candidate.fact].title)),
                  .confidence = candidate.confidence,
                  .counts = candidate.confidence >= kThreshold};
    for (const FactStatement& statement : statements_of(wording, candidate.fact)) {
      if (!line.label.empty()) line.label += zh() ? "、" : ", ";
      line.label += statement.label;
      line.holds = statement.holds;
    }
    if (!line.counts) {
      line.why = zh() ? fmt::format("低于 {}，不当作事实；有用时会问", kThreshold)
                      : fmt::format("below {}, no fact; asked where it matters", kThreshold);
    }
    return line;
  }

  ContradictionLine line_of(const Contradiction& contradiction, const Understanding& understanding,
                            const std::vector<FactLine>& facts) {
    const Fact& fact = knowledge_.facts[contradiction.fact];
    ContradictionLine line{.fact = fact.id,
                           .fact_label = std::string(wording_.title(fact.title)),
                           .settled = contradiction.settled};
    std::string sides;
    for (const std::uint32_t reading : contradiction.readings) {
      const FactLine& side = facts[reading];
      line.readings.push_back(side);
      if (!sides.empty()) sides += " ↔ ";
      sides += fmt::format(fmt::runtime(zh() ? "“{}”（{}{}）" : "\"{}\" ({}{})"), side.place.quote,
                           side.holds ? ""
                           : zh()     ? "没有："
                                      : "not: ",
                           side.label);
    }
    line.text = std::move(sides);
    if (!contradiction.settled) {
      line.text += zh() ? "：说法不一，先当作不知道" : ": the text says both, so it is taken as not known";
    } else {
      const auto taken =
          std::min_element(contradiction.readings.begin(), contradiction.readings.end(),
                           [&](std::uint32_t a, std::uint32_t b) {
                             return is_taken_before(understanding.candidates[a], understanding.candidates[b]);
                           });
      line.text +=
          fmt::format(fmt::runtime(zh() ? "：先按“{}”" : ": '{}' is taken"), facts[*taken].place.quote);
    }
    return line;
  }

  const Engine& engine_;
  const Knowledge& knowledge_;
  MaskedText masked_;
  Date today_;
  Language language_;
  Matter nothing_;
  TextPool pool_;
  Wording wording_;
};

}  // namespace

ReadingDocument reading_in_words(const Engine& engine, std::string_view text, Date today, Language language) {
  Trace trace;
  const Understanding understanding = engine.read(text, today, &trace);
  return ReadingWriter(engine, text, today, language).write(understanding, trace);
}

}  // namespace zhilu
