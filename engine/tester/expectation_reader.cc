// SPDX-License-Identifier: MIT
#include "engine/tester/expectation_reader.h"

#include <array>
#include <map>
#include <string_view>

#include "engine/intake/matter_reader.h"
#include "engine/intake/reading.h"
#include "engine/tester/diagnostics.h"
#include "engine/tester/names.h"

namespace zhilu::tester {
namespace {

using intake::Words;

constexpr std::array<std::string_view, 12> kKeys = {"scope",    "severity", "understood", "present",
                                                    "absent",   "first",    "order",      "status",
                                                    "priority", "refused",  "asks",       "precautions"};

constexpr Words kStep{"步骤", "step"};
constexpr Words kChannel{"渠道", "channel"};
constexpr Words kFact{"事实", "fact"};
constexpr Words kPrecaution{"注意事项", "precaution"};

template <class IdType>
using Index = NameMap<IdType>;

class ExpectationReader {
 public:
  ExpectationReader(const Knowledge& knowledge, Diagnostics& out) : knowledge_(knowledge), out_(out) {}

  Expectation read(const InputValue& input) {
    if (input.kind != InputValue::Kind::Map) {
      intake::report_type(input, "expect", intake::kMapWords, out_);
      return {};
    }
    intake::check_keys(input, kKeys, out_);
    for (std::size_t i = 0; i < input.keys.size(); ++i) read_key(input.keys[i].name, input.items[i]);
    return std::move(expect_);
  }

 private:
  void read_key(std::string_view key, const InputValue& value) {
    if (key == "scope") {
      if (const auto option = choose(key, value, scopes(), {"范围", "scope"})) expect_.in_scope = *option;
    } else if (key == "severity") {
      const Index<SeverityId> index = index_of<SeverityId>(knowledge_.severities);
      if (const auto level = choose(key, value, index, {"严重程度", "severity"})) expect_.severity = *level;
    } else if (key == "understood") {
      read_understood(value);
    } else if (key == "present") {
      expect_.present = names(key, value, knowledge_.step_index, kStep);
    } else if (key == "absent") {
      expect_.absent = names(key, value, knowledge_.step_index, kStep);
    } else if (key == "first") {
      expect_.first = names(key, value, knowledge_.step_index, kStep);
    } else if (key == "order") {
      read_order(value);
    } else if (key == "status") {
      expect_.status = marks(key, value, statuses(), {"状态", "status"});
    } else if (key == "priority") {
      expect_.priority =
          marks(key, value, index_of<UrgencyId>(knowledge_.urgencies), {"紧急程度", "urgency"});
    } else if (key == "refused") {
      expect_.refused = names(key, value, knowledge_.channel_index, kChannel);
    } else if (key == "asks") {
      expect_.asks = names(key, value, knowledge_.fact_index, kFact);
    } else if (key == "precautions") {
      expect_.precautions = names(key, value, index_of<PrecautionId>(knowledge_.precautions), kPrecaution);
    }
  }

  void read_understood(const InputValue& value) {
    Matter matter(knowledge_);
    read_facts(value, knowledge_, matter, out_);
    for (std::uint32_t i = 0; i < matter.answers.size(); ++i) {
      if (matter.answers[i].state != AnswerState::Unasked)
        expect_.understood.emplace_back(FactId{i}, matter.answers[i]);
    }
  }

  void read_order(const InputValue& value) {
    if (value.kind != InputValue::Kind::List) {
      intake::report_type(value, "order", intake::kListWords, out_);
      return;
    }
    // `[a, b]` is one chain as well as `[[a, b], [c, d]]` are two.
    const bool one_chain = !value.items.empty() && value.items.front().kind != InputValue::Kind::List;
    if (one_chain) {
      expect_.order.push_back(names("order", value, knowledge_.step_index, kStep));
      return;
    }
    for (const InputValue& chain : value.items) {
      expect_.order.push_back(names("order", chain, knowledge_.step_index, kStep));
    }
  }

  // One name out of `index`.
  template <class T>
  std::optional<T> choose(std::string_view key, const InputValue& value, const Index<T>& index, Words what) {
    if (!intake::is_text(value)) {
      intake::report_type(value, key, intake::kIdWords, out_);
      return std::nullopt;
    }
    if (const auto found = index.find(value.text); found != index.end()) return found->second;
    std::vector<std::string> known;
    for (const auto& [name, target] : index) known.push_back(name);
    intake::report_unknown(kUnknownName, value.text, value.span,
                           {std::string(key), value.text, std::string(what.zh), std::string(what.en)}, known,
                           out_);
    return std::nullopt;
  }

  // A list of names; one name may stand without brackets.
  template <class T>
  std::vector<T> names(std::string_view key, const InputValue& value, const Index<T>& index, Words what) {
    std::vector<T> read;
    if (value.kind != InputValue::Kind::List) {
      if (const auto one = choose(key, value, index, what)) read.push_back(*one);
      return read;
    }
    for (const InputValue& item : value.items) {
      if (const auto one = choose(key, item, index, what)) read.push_back(*one);
    }
    return read;
  }

  // A map from step to one of `index`.
  template <class T>
  std::vector<std::pair<StepId, T>> marks(std::string_view key, const InputValue& value,
                                          const Index<T>& index, Words what) {
    std::vector<std::pair<StepId, T>> read;
    if (value.kind != InputValue::Kind::Map) {
      intake::report_type(value, key, intake::kMapWords, out_);
      return read;
    }
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
      const InputValue name{InputValue::Kind::Plain, value.keys[i].span, value.keys[i].name, {}, {}};
      const auto step = choose(key, name, knowledge_.step_index, kStep);
      const auto mark = choose(key, value.items[i], index, what);
      if (step && mark) read.emplace_back(*step, *mark);
    }
    return read;
  }

  template <class IdType, class Items>
  static Index<IdType> index_of(const Items& items) {
    Index<IdType> index;
    std::uint32_t at = 0;
    for (const auto& item : items) index[item.id] = IdType{at++};
    return index;
  }

  static Index<bool> scopes() {
    Index<bool> index;
    index["in"] = true;
    index["out"] = false;
    return index;
  }

  static Index<StepStatus> statuses() {
    Index<StepStatus> index;
    for (const StatusName& entry : kStatusNames) index[entry.name] = entry.status;
    return index;
  }

  const Knowledge& knowledge_;
  Diagnostics& out_;
  Expectation expect_;
};

}  // namespace

Expectation read_expectation(const InputValue& input, const Knowledge& knowledge, Diagnostics& out) {
  return ExpectationReader(knowledge, out).read(input);
}

}  // namespace zhilu::tester
