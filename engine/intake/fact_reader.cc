// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "engine/intake/diagnostics.h"
#include "engine/intake/matter_reader.h"
#include "engine/intake/reading.h"
#include "engine/value/duration.h"

namespace zhilu {
namespace {

using intake::is_text;
using intake::report_type;
using intake::report_value;
using intake::Words;

constexpr Words kOptionWords{"取值的编号", "the id of a value"};
constexpr Words kSetWords{"取值的列表，或 only、yes、no 下的列表",
                          "a list of values, or lists under only, yes, no"};
constexpr Words kAmountWords{"数字，或 { min: …, max: … }", "a number or { min: ..., max: ... }"};
constexpr Words kNumberWords{"数字（例如 3000 或 29.90）", "a number like 3000 or 29.90"};
constexpr Words kBooleanWords{"true 或 false", "true or false"};
constexpr Words kDurationWords{"一段时间（写成 P3M、P10D）", "a duration like P3M or P10D"};

/// What a set of options is said to be.
struct OptionSets {
  std::uint64_t yes = 0;
  std::uint64_t no = 0;
  bool only = false;
};

/// Reads the values of one fact; keeps what every helper needs.
class FactReader {
 public:
  FactReader(FactId id, const Knowledge& knowledge, Diagnostics& out)
      : id_(id), knowledge_(knowledge), fact_(knowledge.facts[id]), out_(out) {}

  std::optional<Answer> read(const InputValue& input) const {
    Answer answer;
    answer.origin = Origin::Answer;
    if (is_text(input) && input.text == "unsure") {
      answer.state = AnswerState::Unsure;
      return answer;
    }
    if (is_text(input) && input.text == "inapplicable") {
      answer.state = AnswerState::Inapplicable;
      return answer;
    }
    answer.state = AnswerState::Value;
    switch (fact_.kind) {
      case FactKind::Boolean:
        return read_boolean(input, answer);
      case FactKind::Number:
      case FactKind::Money:
        return read_amount(input, answer);
      case FactKind::Date:
        return read_date(input, answer);
      case FactKind::Duration:
        return read_duration(input, answer);
      case FactKind::Choice:
        return read_choice(input, answer);
      case FactKind::Choices:
        return read_choices(input, answer);
      case FactKind::Text:
        return read_text(input, answer);
    }
    return std::nullopt;
  }

 private:
  std::optional<Answer> read_boolean(const InputValue& input, Answer answer) const {
    if (input.kind != InputValue::Kind::Boolean && input.kind != InputValue::Kind::Plain) {
      report_type(input, fact_.id, kBooleanWords, out_);
      return std::nullopt;
    }
    if (input.text != "true" && input.text != "false") {
      report_value(input, fact_.id, kBooleanWords, out_);
      return std::nullopt;
    }
    answer.yes = input.text == "true" ? 2U : 1U;
    return answer;
  }

  std::optional<Decimal> read_number(const InputValue& input) const {
    if (input.kind != InputValue::Kind::Number && input.kind != InputValue::Kind::Plain) {
      report_type(input, fact_.id, kAmountWords, out_);
      return std::nullopt;
    }
    const std::optional<Decimal> number = Decimal::parse(input.text);
    if (!number) {
      report_value(input, fact_.id, kNumberWords, out_);
      return std::nullopt;
    }
    if ((fact_.min && *number < *fact_.min) || (fact_.max && *number > *fact_.max)) {
      out_.add(intake::kOutOfRange, input.span,
               {fact_.id, input.text, fact_.min ? fact_.min->to_string() : "-∞",
                fact_.max ? fact_.max->to_string() : "∞"});
      return std::nullopt;
    }
    return number;
  }

  std::optional<Answer> read_amount(const InputValue& input, Answer answer) const {
    if (input.kind != InputValue::Kind::Map) {
      const std::optional<Decimal> number = read_number(input);
      if (!number) return std::nullopt;
      answer.low = answer.high = *number;
      return answer;
    }
    if (!check_map(input, {"min", "max"}, kAmountWords)) return std::nullopt;
    const InputValue* min = input.find("min");
    const InputValue* max = input.find("max");
    if (min == nullptr && !fact_.min) {
      report_type(input, fact_.id, kAmountWords, out_);
      return std::nullopt;
    }
    const std::optional<Decimal> low = min != nullptr ? read_number(*min) : std::optional<Decimal>(fact_.min);
    const std::optional<Decimal> high = max != nullptr ? read_number(*max) : low;
    if (!low || !high) return std::nullopt;
    if (*low > *high) {
      report_value(*max, fact_.id, {"不小于下限的数字", "a number not below the lower bound"}, out_);
      return std::nullopt;
    }
    answer.low = *low;
    answer.high = *high;
    answer.bounded = max != nullptr;
    return answer;
  }

  std::optional<Answer> read_date(const InputValue& input, Answer answer) const {
    const std::optional<Date> date = intake::read_date(input, fact_.id, out_);
    if (!date) return std::nullopt;
    answer.date = *date;
    return answer;
  }

  std::optional<Answer> read_duration(const InputValue& input, Answer answer) const {
    if (!is_text(input)) {
      report_type(input, fact_.id, kDurationWords, out_);
      return std::nullopt;
    }
    if (!YearsMonths::parse(input.text) && !DaysTime::parse(input.text)) {
      report_value(input, fact_.id, kDurationWords, out_);
      return std::nullopt;
    }
    answer.text = input.text;
    return answer;
  }

  std::optional<Answer> read_text(const InputValue& input, Answer answer) const {
    if (input.kind == InputValue::Kind::List || input.kind == InputValue::Kind::Map ||
        input.kind == InputValue::Kind::Boolean) {
      report_type(input, fact_.id, intake::kTextWords, out_);
      return std::nullopt;
    }
    if (input.text.size() > kMaxTextFact) {
      out_.add(intake::kTooLong, input.span, {fact_.id, std::to_string(kMaxTextFact)});
      return std::nullopt;
    }
    answer.text = input.text;
    return answer;
  }

  std::optional<Answer> read_choice(const InputValue& input, Answer answer) const {
    if (input.kind == InputValue::Kind::List) {
      report_type(input, fact_.id, {"一个取值（多选才写列表）", "one value, lists are for choices"}, out_);
      return std::nullopt;
    }
    const std::optional<OptionSets> sets = read_sets(input, kOptionWords);
    if (!sets) return std::nullopt;
    // Of a choice exactly one option holds, so that `yes` narrows and `no` excludes.
    const std::uint64_t possible = (sets->yes != 0 ? sets->yes : all_options()) & ~sets->no;
    if (possible == 0) {
      report_value(input, fact_.id, {"还留有一个可能取值的说法", "a value that leaves one option possible"},
                   out_);
      return std::nullopt;
    }
    answer.yes = possible;
    return answer;
  }

  std::optional<Answer> read_choices(const InputValue& input, Answer answer) const {
    const std::optional<OptionSets> sets = read_sets(input, kSetWords);
    if (!sets) return std::nullopt;
    answer.yes = sets->yes;
    answer.no = sets->only ? all_options() & ~sets->yes : sets->no;
    return answer;
  }

  std::uint64_t all_options() const {
    const std::size_t n = fact_.options.size();
    return n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1;
  }

  // One value, a list of values, or a map with the lists `only`, or `yes` and `no`.
  std::optional<OptionSets> read_sets(const InputValue& input, Words expected) const {
    OptionSets sets;
    bool good = true;
    if (is_text(input) || input.kind == InputValue::Kind::List) {
      good = read_members(input, false, expected, sets);
    } else if (input.kind == InputValue::Kind::Map) {
      if (!check_map(input, {"only", "yes", "no"}, expected)) return std::nullopt;
      sets.only = input.find("only") != nullptr;
      for (std::size_t i = 0; i < input.items.size(); ++i) {
        good = read_members(input.items[i], input.keys[i].name == "no", expected, sets) && good;
      }
    } else {
      report_type(input, fact_.id, expected, out_);
      return std::nullopt;
    }
    if (!good) return std::nullopt;
    if ((sets.yes & sets.no) != 0) {
      for (std::size_t i = 0; i < fact_.options.size(); ++i) {
        if (((sets.yes & sets.no) >> i & 1) == 0) continue;
        out_.add(intake::kContradiction, input.span, {fact_.id, fact_.options[i].id});
      }
      return std::nullopt;
    }
    return sets;
  }

  bool read_members(const InputValue& input, bool denied, Words expected, OptionSets& sets) const {
    if (input.kind == InputValue::Kind::List) {
      bool good = true;
      for (const InputValue& item : input.items) {
        if (item.kind == InputValue::Kind::List) {
          report_type(item, fact_.id, expected, out_);
          good = false;
        } else {
          good = read_members(item, denied, expected, sets) && good;
        }
      }
      return good;
    }
    if (!is_text(input)) {
      report_type(input, fact_.id, expected, out_);
      return false;
    }
    std::string_view name = input.text;
    if (!denied && name.starts_with('-')) {
      denied = true;
      name.remove_prefix(1);
    }
    const std::optional<std::uint32_t> option = find_option(name);
    if (!option) {
      report_option(input, name);
      return false;
    }
    (denied ? sets.no : sets.yes) |= std::uint64_t{1} << *option;
    return true;
  }

  // By id, or by the words a person sees for it.
  std::optional<std::uint32_t> find_option(std::string_view name) const {
    if (auto option = knowledge_.find_option(id_, name)) return option;
    for (std::uint32_t i = 0; i < fact_.options.size(); ++i) {
      if (!name.empty() && fact_.options[i].title.source == name) return i;
    }
    return std::nullopt;
  }

  void report_option(const InputValue& input, std::string_view name) const {
    std::vector<std::string> names;
    std::string listed;
    for (const FactOption& option : fact_.options) {
      if (!listed.empty()) listed += ", ";
      listed += option.id;
      names.push_back(option.id);
    }
    const std::size_t ids = names.size();
    for (const FactOption& option : fact_.options) names.push_back(option.title.source);
    Diagnostic& diagnostic =
        out_.add(intake::kUnknownValue, input.span, {fact_.id, std::string(name), std::move(listed)});
    const auto nearest = find_nearest(name, names);
    if (!nearest) return;
    // A title is near as well; what is to be written is the id.
    const auto at = static_cast<std::size_t>(std::ranges::find(names, *nearest) - names.begin());
    diagnostic.fix = Fix{(input.text.starts_with('-') ? "-" : "") + names[at % ids]};
  }

  bool check_map(const InputValue& map, std::initializer_list<std::string_view> known, Words expected) const {
    if (map.keys.empty()) {
      report_type(map, fact_.id, expected, out_);
      return false;
    }
    return intake::check_keys(map, {known.begin(), known.size()}, out_);
  }

  FactId id_;
  const Knowledge& knowledge_;
  const Fact& fact_;
  Diagnostics& out_;
};

}  // namespace

bool read_fact(const InputValue& input, FactId fact, const Knowledge& knowledge, Matter& matter,
               Diagnostics& out) {
  if (input.kind == InputValue::Kind::Null) {
    retract(matter, fact);
    return true;
  }
  const std::optional<Answer> answer = FactReader(fact, knowledge, out).read(input);
  if (!answer) return false;
  matter[fact] = *answer;
  return true;
}

}  // namespace zhilu
