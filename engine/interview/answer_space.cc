// SPDX-License-Identifier: MIT
#include "engine/interview/answer_space.h"

#include <algorithm>
#include <array>
#include <bit>
#include <set>
#include <string>

namespace zhilu {
namespace {

Answer blank(Origin origin = Origin::Answer) {
  Answer answer;
  answer.state = AnswerState::Value;
  answer.origin = origin;
  return answer;
}

Answer amount(Decimal number) {
  Answer answer = blank();
  answer.low = answer.high = number;
  return answer;
}

std::uint64_t all_options(const Fact& fact) {
  const std::size_t n = fact.options.size();
  return n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1;
}

/// A number in [0, 1). Not a distribution of the standard library: those differ between implementations.
double fraction(std::mt19937& random) {
  return static_cast<double>(random()) / 4294967296.0;
}

bool agrees(const Answer& candidate, const Answer& given) {
  if (!given.is_known()) return true;
  return candidate.low >= given.low && (!given.bounded || candidate.high <= given.high);
}

void normalize(std::vector<PossibleAnswer>& answers) {
  double sum = 0;
  for (const PossibleAnswer& answer : answers) sum += answer.likely;
  for (PossibleAnswer& answer : answers) {
    answer.likely = sum > 0 ? answer.likely / sum : 1.0 / static_cast<double>(answers.size());
  }
  std::stable_sort(answers.begin(), answers.end(),
                   [](const PossibleAnswer& a, const PossibleAnswer& b) { return a.likely > b.likely; });
}

/// How programs read a fact, apart from the predicates of its slots.
struct GeneralReads {
  /// Numbers and texts that the fact is compared with.
  std::vector<Decimal> numbers;
  std::set<std::string> texts;
  std::size_t names = 0;
  std::size_t compared = 0;

  /// It is read in other ways than by comparing it with constants.
  bool is_free() const { return names > compared; }
};

bool compares(expr::NodeKind kind) {
  switch (kind) {
    case expr::NodeKind::Equal:
    case expr::NodeKind::NotEqual:
    case expr::NodeKind::Less:
    case expr::NodeKind::LessEqual:
    case expr::NodeKind::Greater:
    case expr::NodeKind::GreaterEqual:
    case expr::NodeKind::Between:
    case expr::NodeKind::In:
      return true;
    default:
      return false;
  }
}

class GeneralReader {
 public:
  explicit GeneralReader(const Knowledge& knowledge)
      : knowledge_(knowledge), reads_(knowledge.facts.size()) {}

  void read(ConditionId condition) {
    const expr::Program* program = condition.is_set() ? knowledge_.find_program(condition) : nullptr;
    if (program == nullptr) return;
    const expr::Ast& ast = program->ast();
    for (std::uint32_t i = 0; i < ast.size(); ++i) {
      const expr::ExprId id{i};
      if (ast.fact(id).is_set()) ++reads_[ast.fact(id).value].names;
      if (compares(ast.kind(id))) read_comparison(ast, id);
    }
  }

  std::vector<GeneralReads> reads() && { return std::move(reads_); }

 private:
  void read_comparison(const expr::Ast& ast, expr::ExprId id) {
    FactId fact;
    for (const expr::ExprId child : ast.children(id)) {
      if (!ast.fact(child).is_set()) {
        if (!is_constant(ast, child)) return;
        continue;
      }
      if (fact.is_set()) return;
      fact = ast.fact(child);
    }
    if (!fact.is_set()) return;
    ++reads_[fact.value].compared;
    for (const expr::ExprId child : ast.children(id)) add_constants(ast, child, reads_[fact.value]);
  }

  static bool is_constant(const expr::Ast& ast, expr::ExprId id) {
    if (ast.is_constant(id)) return true;
    const auto children = ast.children(id);
    return !children.empty() && ast.kind(id) != expr::NodeKind::Call &&
           std::all_of(children.begin(), children.end(),
                       [&](expr::ExprId child) { return is_constant(ast, child); });
  }

  static void add_constants(const expr::Ast& ast, expr::ExprId id, GeneralReads& reads) {
    const Value& value = ast.value(id);
    if (value.is(ValueKind::Number)) reads.numbers.push_back(value.as_number());
    if (value.is(ValueKind::String)) reads.texts.insert(value.as_string());
    for (const expr::ExprId child : ast.children(id)) add_constants(ast, child, reads);
  }

  const Knowledge& knowledge_;
  std::vector<GeneralReads> reads_;
};

std::vector<GeneralReads> general_reads(const Compiled& compiled) {
  const Knowledge& knowledge = *compiled.knowledge;
  GeneralReader reader(knowledge);
  for (std::size_t p = compiled.general; p < compiled.predicates.size(); ++p) {
    reader.read(compiled.predicates[p].condition);
  }
  for (const Fact& fact : knowledge.facts) reader.read(fact.fallback);
  for (const DecisionTable& table : knowledge.tables) {
    for (const TableRule& rule : table.rules) {
      for (const ConditionId output : rule.outputs) reader.read(output);
    }
  }
  return std::move(reader).reads();
}

/// Days before today on which dates are tried where limits do not say more.
constexpr std::array<std::int64_t, 9> kUsualDays = {0, 1, 8, 31, 91, 181, 366, 731, 1096};

}  // namespace

double unsure_likelihood(AskCost cost) {
  switch (cost) {
    case AskCost::Easy:
      return 0.03;
    case AskCost::Lookup:
      return 0.15;
    case AskCost::Sensitive:
      return 0.1;
  }
  return 0.03;
}

double price_of(AskCost cost) {
  switch (cost) {
    case AskCost::Easy:
      return 1;
    case AskCost::Lookup:
      return 1.5;
    case AskCost::Sensitive:
      return 2;
  }
  return 1;
}

AnswerSpace::AnswerSpace(const Compiled& compiled, Date as_of)
    : compiled_(compiled),
      values_(compiled.knowledge->facts.size()),
      exact_(compiled.knowledge->facts.size(), true) {
  const std::vector<GeneralReads> reads = general_reads(compiled);
  const Knowledge& knowledge = *compiled.knowledge;
  for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
    const FactId id{i};
    const Fact& fact = knowledge.facts[id];
    switch (fact.kind) {
      case FactKind::Boolean:
      case FactKind::Choice:
        break;
      case FactKind::Choices:
        exact_[i] = fact.options.size() <= kMaxMembers;
        break;
      case FactKind::Number:
      case FactKind::Money:
        exact_[i] = !reads[i].is_free();
        add_amounts(id, reads[i].numbers);
        break;
      case FactKind::Text:
        exact_[i] = !reads[i].is_free();
        add_texts(id, reads[i].texts);
        break;
      case FactKind::Date:
        exact_[i] = reads[i].names == 0;
        add_dates(id, as_of, reads[i].names != 0);
        break;
      case FactKind::Duration:
        exact_[i] = false;
        for (const char* text : {"P1D", "P10D", "P2M", "P1Y", "P4Y"}) {
          values_[i].push_back({blank(), 1});
          values_[i].back().answer.text = text;
        }
        break;
    }
  }
}

/// One number in each stretch between the cuts, and each cut.
void AnswerSpace::add_amounts(FactId fact, std::vector<Decimal> cuts) {
  const Fact& declared = knowledge().facts[fact];
  std::vector<PossibleAnswer>& values = values_[fact.value];
  for (const SlotId id : compiled_.slots_of_fact[fact.value]) {
    const Slot& slot = compiled_.slots[id.value];
    for (std::uint32_t c = 0; c < slot.cut_count; ++c) cuts.push_back(compiled_.cuts[slot.cuts + c]);
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  const auto offer = [&](std::optional<Decimal> number, double likely) {
    if (!number || (declared.min && *number < *declared.min) || (declared.max && *number > *declared.max)) {
      return;
    }
    values.push_back({amount(*number), likely});
  };
  if (cuts.empty()) {
    offer(declared.min ? *declared.min : Decimal(1), 1);
    if (values.empty()) values.push_back({amount(Decimal(1)), 1});
    return;
  }
  // A cut itself is one number among many, but the least that there can be is a common answer.
  offer(Decimal::subtract(cuts.front(), 1), 1);
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const bool is_least = declared.min && cuts[i] == *declared.min;
    offer(cuts[i], is_least ? 0.5 : 0.1);
    if (i + 1 == cuts.size()) {
      offer(Decimal::add(cuts[i], 1), 1);
    } else if (const auto sum = Decimal::add(cuts[i], cuts[i + 1])) {
      offer(Decimal::divide(*sum, 2), 1);
    }
  }
  if (values.empty()) offer(declared.min ? *declared.min : Decimal(0), 1);
}

void AnswerSpace::add_texts(FactId fact, std::set<std::string> texts) {
  std::vector<PossibleAnswer>& values = values_[fact.value];
  const auto offer = [&](std::string text, double likely) {
    values.push_back({blank(), likely});
    values.back().answer.text = std::move(text);
  };
  for (const SlotId id : compiled_.slots_of_fact[fact.value]) {
    const Slot& slot = compiled_.slots[id.value];
    for (std::uint32_t c = 0; c < slot.cut_count; ++c) {
      texts.insert(std::string(compiled_.texts[slot.cuts + c]));
    }
  }
  // Longer than each of them, so it is none.
  std::string other = "*";
  for (const std::string& text : texts) {
    offer(text, 1);
    other += text;
  }
  offer(std::move(other), 1);
}

/// The last day on which each limit for a reply would have run out by today, the day after, and, where
/// conditions read the date too, usual distances.
void AnswerSpace::add_dates(FactId fact, Date as_of, bool is_read) {
  std::set<std::int64_t> back = {0};
  if (is_read) back.insert(kUsualDays.begin(), kUsualDays.end());
  for (const Channel& channel : knowledge().channels) {
    // No other date is what a limit for a reply runs from.
    if (fact != knowledge().core.complained_on) break;
    for (const Limit& limit : channel.limits) {
      if (limit.kind != LimitKind::Reply) continue;
      std::int64_t low = 0;
      std::int64_t high = 4000;
      while (low < high) {
        const std::int64_t middle = (low + high) / 2;
        const bool over = knowledge().calendar.due(as_of.plus_days(-middle), limit.within).date < as_of;
        (over ? high : low) = over ? middle : middle + 1;
      }
      back.insert(low);
      if (low > 0) back.insert(low - 1);
    }
  }
  for (const std::int64_t days : back) {
    values_[fact.value].push_back({blank(), 1});
    values_[fact.value].back().answer.date = as_of.plus_days(-days);
  }
}

double AnswerSpace::likelihood(const Fact& fact, std::uint32_t option) const {
  const double usual = fact.kind == FactKind::Choices ? 0.2 : 1.0 / static_cast<double>(fact.options.size());
  if (!fact.options[option].likely) return usual;
  // Nothing is impossible because an author thought it unlikely.
  return std::clamp(static_cast<double>(*fact.options[option].likely) / 100, 0.005, 0.995);
}

std::vector<PossibleAnswer> AnswerSpace::member_sets(FactId fact, const Answer& given,
                                                     std::uint64_t telling) const {
  const Fact& declared = knowledge().facts[fact];
  const std::uint64_t all = all_options(declared);
  const std::uint64_t yes = given.is_known() ? given.yes & all : 0;
  const std::uint64_t open = all & telling & ~yes & ~(given.is_known() ? given.no : 0);
  std::vector<PossibleAnswer> sets;
  const auto offer = [&](std::uint64_t members) {
    double likely = 1;
    for (std::uint32_t i = 0; i < declared.options.size(); ++i) {
      if ((open >> i & 1) == 0) continue;
      const double one = likelihood(declared, i);
      likely *= (members >> i & 1) != 0 ? one : 1 - one;
    }
    sets.push_back({blank(), likely});
    sets.back().answer.yes = members;
    sets.back().answer.no = all & ~members;
  };
  if (std::popcount(open) <= kMaxMembers) {
    for (std::uint64_t extra = open;; extra = (extra - 1) & open) {
      offer(yes | extra);
      if (extra == 0) break;
    }
  } else {
    offer(yes);
    for (std::uint64_t rest = open; rest != 0; rest &= rest - 1) offer(yes | (rest & ~(rest - 1)));
  }
  return sets;
}

std::vector<PossibleAnswer> AnswerSpace::answers(FactId fact, const Answer& given,
                                                 std::uint64_t telling) const {
  const Fact& declared = knowledge().facts[fact];
  std::vector<PossibleAnswer> answers;
  switch (declared.kind) {
    case FactKind::Boolean:
      for (const std::uint64_t value : {2U, 1U}) {
        if (given.is_known() && (given.yes & value) == 0) continue;
        answers.push_back({blank(), 0.5});
        answers.back().answer.yes = value;
        for (const FactOption& option : declared.options) {
          if (option.likely && (option.id == "true") == (value == 2))
            answers.back().likely = std::clamp(static_cast<double>(*option.likely) / 100, 0.005, 0.995);
        }
      }
      break;
    case FactKind::Choice:
      for (std::uint32_t i = 0; i < declared.options.size(); ++i) {
        if (given.is_known() && (given.yes >> i & 1) == 0) continue;
        answers.push_back({blank(), likelihood(declared, i)});
        answers.back().answer.yes = std::uint64_t{1} << i;
      }
      break;
    case FactKind::Choices:
      answers = member_sets(fact, given, telling);
      break;
    case FactKind::Number:
    case FactKind::Money:
      for (const PossibleAnswer& value : values_[fact.value]) {
        if (agrees(value.answer, given)) answers.push_back(value);
      }
      if (given.is_known() && answers.empty()) answers.push_back({amount(given.low), 1});
      break;
    case FactKind::Date:
    case FactKind::Duration:
    case FactKind::Text:
      answers = values_[fact.value];
      break;
  }
  if (answers.empty()) answers.push_back({blank(), 1});
  normalize(answers);
  return answers;
}

Answer AnswerSpace::sample(FactId fact, const Answer& given, std::mt19937& random) const {
  const Fact& declared = knowledge().facts[fact];
  if (declared.kind == FactKind::Choices) {
    Answer answer = blank();
    const std::uint64_t all = all_options(declared);
    const std::uint64_t no = given.is_known() ? given.no : 0;
    answer.yes = given.is_known() ? given.yes & all : 0;
    for (std::uint32_t i = 0; i < declared.options.size(); ++i) {
      if (((answer.yes | no) >> i & 1) != 0) continue;
      if (fraction(random) < likelihood(declared, i)) answer.yes |= std::uint64_t{1} << i;
    }
    answer.no = all & ~answer.yes;
    return answer;
  }
  const std::vector<PossibleAnswer> possible = answers(fact, given);
  double dice = fraction(random);
  for (const PossibleAnswer& one : possible) {
    dice -= one.likely;
    if (dice < 0) return one.answer;
  }
  return possible.back().answer;
}

}  // namespace zhilu
