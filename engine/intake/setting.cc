// SPDX-License-Identifier: MIT
// `fact=value`, as the command line writes it.
#include <utility>

#include "engine/base/spelling.h"
#include "engine/intake/diagnostics.h"
#include "engine/intake/matter_reader.h"

namespace zhilu {
namespace {

class SettingParser {
 public:
  SettingParser(std::string_view text, Span origin) : text_(text), origin_(origin) {}

  Span span(std::size_t begin, std::size_t end) const {
    return {origin_.file, origin_.begin + static_cast<std::uint32_t>(begin),
            origin_.begin + static_cast<std::uint32_t>(end)};
  }

  InputValue scalar(std::size_t begin, std::size_t end) const {
    return {InputValue::Kind::Plain, span(begin, end), std::string(text_.substr(begin, end - begin)), {}, {}};
  }

  // Everything from `begin` on, split at commas, ASCII or full-width.
  InputValue list(std::size_t begin) const {
    InputValue list{InputValue::Kind::List, span(begin, text_.size()), {}, {}, {}};
    constexpr std::string_view kWideComma = "，";
    std::size_t at = begin;
    for (std::size_t i = begin; i < text_.size();) {
      const bool wide = text_.substr(i).starts_with(kWideComma);
      if (text_[i] != ',' && !wide) {
        ++i;
        continue;
      }
      list.items.push_back(scalar(at, i));
      i += wide ? kWideComma.size() : 1;
      at = i;
    }
    list.items.push_back(scalar(at, text_.size()));
    return list;
  }

  static void put(InputValue& map, std::string name, InputValue value) {
    map.keys.push_back({std::move(name), value.span});
    map.items.push_back(std::move(value));
  }

  InputValue value(std::size_t begin, FactKind kind) const {
    const std::string_view rest = text_.substr(begin);
    if (rest == "unsure" || rest == "inapplicable") return scalar(begin, text_.size());
    constexpr std::string_view kOnly = "only:";
    if (kind == FactKind::Choices && rest.starts_with(kOnly)) {
      InputValue map{InputValue::Kind::Map, span(begin, text_.size()), {}, {}, {}};
      put(map, "only",
          rest == kOnly ? InputValue{InputValue::Kind::List, map.span, {}, {}, {}}
                        : list(begin + kOnly.size()));
      return map;
    }
    if (kind == FactKind::Choices) return list(begin);
    const std::size_t dots = rest.find("..");
    if ((kind == FactKind::Number || kind == FactKind::Money) && dots != std::string_view::npos) {
      InputValue map{InputValue::Kind::Map, span(begin, text_.size()), {}, {}, {}};
      if (dots > 0) put(map, "min", scalar(begin, begin + dots));
      if (begin + dots + 2 < text_.size()) put(map, "max", scalar(begin + dots + 2, text_.size()));
      return map;
    }
    return scalar(begin, text_.size());
  }

 private:
  std::string_view text_;
  Span origin_;
};

}  // namespace

std::optional<InputValue> parse_setting(std::string_view text, Span origin, const Knowledge& knowledge,
                                        Diagnostics& out) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0) {
    out.add(intake::kBadSetting, origin, {std::string(text)});
    return std::nullopt;
  }
  const SettingParser parser(text, origin);
  const std::string name(text.substr(0, equals));
  const FactId fact = knowledge.find_fact(name);
  // The kind decides what commas and dots mean; of an unknown fact they mean nothing, and read_facts reports
  // it.
  const FactKind kind = fact.is_set() ? knowledge.facts[fact].kind : FactKind::Text;
  InputValue map{InputValue::Kind::Map, origin, {}, {}, {}};
  map.keys.push_back({name, parser.span(0, equals)});
  map.items.push_back(parser.value(equals + 1, kind));
  return map;
}

}  // namespace zhilu
