// SPDX-License-Identifier: MIT
#include "engine/check/situation_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "engine/locale/number_text.h"

namespace zhilu::checks {
namespace {

class Words {
 public:
  Words(const Knowledge& knowledge, Tongue tongue) : knowledge_(knowledge), zh_(tongue == Tongue::Chinese) {}

  std::string name(const Fact& fact) const { return zh_ ? fact.title.source : fact.id; }

  std::string value(const Fact& fact, const Value& value) const {
    if (zh_ && value.is(ValueKind::Number)) {
      return fact.kind == FactKind::Money ? amount_text(value.as_number(), Language::Hans)
                                          : number_text(value.as_number());
    }
    if (zh_ && value.is(ValueKind::Date)) return value.as_date().to_string();
    if (zh_ && value.is(ValueKind::Boolean)) {
      const std::string id = value.is_true() ? "true" : "false";
      for (const FactOption& option : fact.options) {
        if (option.id == id) return option.title.source;
      }
      return value.is_true() ? "是" : "否";
    }
    if (zh_ && value.is(ValueKind::String)) {
      for (const FactOption& option : fact.options) {
        if (option.id == value.as_string()) return option.title.source;
      }
      return "“" + value.as_string() + "”";
    }
    return to_feel_text(value);
  }

  std::string part(const Dimension& dimension, const CellSet& cells) const {
    const Fact& fact = knowledge_.facts[dimension.fact];
    const bool ordered =
        fact.kind == FactKind::Number || fact.kind == FactKind::Money || fact.kind == FactKind::Date;
    if (ordered) return bounds(fact, dimension, cells);
    std::vector<std::string> in;
    std::vector<std::string> out;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      const bool is_rest = fact.kind == FactKind::Text && cell + 1 == cells.size();
      if (is_rest) continue;
      (cells.contains(cell) ? in : out).push_back(value(fact, dimension.cells[cell].value));
    }
    // All texts but some.
    const bool rest = fact.kind == FactKind::Text && cells.contains(cells.size() - 1);
    const std::vector<std::string>& named = rest ? out : in;
    const std::string list = fmt::format("{}", fmt::join(named, zh_ ? "、" : ", "));
    if (zh_) return fmt::format("{} {} {}", name(fact), rest ? "≠" : "=", list);
    if (rest) return fmt::format("not({} in ({}))", name(fact), list);
    return named.size() == 1 ? fmt::format("{} = {}", name(fact), list)
                             : fmt::format("{} in ({})", name(fact), list);
  }

  /// What is known of the members of a choices fact.
  std::string members(const Fact& fact, const std::vector<std::uint32_t>& in,
                      const std::vector<std::uint32_t>& out) const {
    std::vector<std::string> parts;
    for (const auto* options : {&in, &out}) {
      if (options->empty()) continue;
      std::vector<std::string> names;
      for (const std::uint32_t option : *options) {
        const FactOption& each = fact.options[option];
        const std::string membership = fmt::format("\"{}\" in {}", each.id, fact.id);
        names.push_back(zh_              ? std::string(each.title.source)
                        : options == &in ? membership
                                         : "not(" + membership + ")");
      }
      const std::string list = fmt::format("{}", fmt::join(names, zh_ ? "、" : ", "));
      parts.push_back(zh_ ? (options == &in ? "有" : "没有") + list : list);
    }
    const std::string all = fmt::format("{}", fmt::join(parts, zh_ ? "，" : ", "));
    return zh_ ? fmt::format("{}里{}", name(fact), all) : all;
  }

 private:
  /// The cells from the first one on without a break, by their ends.
  std::string bounds(const Fact& fact, const Dimension& dimension, const CellSet& cells) const {
    const std::size_t first = cells.first();
    std::size_t last = first;
    while (last + 1 < cells.size() && cells.contains(last + 1)) ++last;
    const DomainCell& low = dimension.cells[first];
    const DomainCell& high = dimension.cells[last];
    if (first == last && low.is_point()) return fmt::format("{} = {}", name(fact), value(fact, low.value));
    std::vector<std::string> ends;
    // At the border of the domain there is nothing to say.
    if (first > 0 && low.low)
      ends.push_back((low.is_point() ? sign(">=") : ">") + value_after(fact, *low.low));
    if (last + 1 < cells.size() && high.high) {
      ends.push_back((high.is_point() ? sign("<=") : "<") + value_after(fact, *high.high));
    }
    if (zh_) return fmt::format("{} {}", name(fact), fmt::join(ends, " 且 "));
    for (std::string& end : ends) end = name(fact) + " " + end;
    return fmt::format("{}", fmt::join(ends, " and "));
  }

  std::string sign(const std::string& ascii) const { return !zh_ ? ascii : ascii == ">=" ? "≥" : "≤"; }
  std::string value_after(const Fact& fact, const Value& end) const { return " " + value(fact, end); }

  const Knowledge& knowledge_;
  bool zh_;
};

}  // namespace

std::string situation_text(const Knowledge& knowledge, const std::vector<Dimension>& dimensions,
                           const Situation& situation, Tongue tongue) {
  const Words words(knowledge, tongue);
  std::vector<std::string> parts;
  struct Members {
    std::vector<std::uint32_t> in;
    std::vector<std::uint32_t> out;
    std::size_t place = 0;
  };
  std::map<FactId, Members> members;
  for (std::size_t i = 0; i < dimensions.size(); ++i) {
    if (situation[i].is_full()) continue;
    const Dimension& dimension = dimensions[i];
    if (!dimension.option) {
      parts.push_back(words.part(dimension, situation[i]));
      continue;
    }
    const auto [it, is_new] = members.try_emplace(dimension.fact);
    if (is_new) {
      it->second.place = parts.size();
      parts.emplace_back();
    }
    (situation[i].contains(1) ? it->second.in : it->second.out).push_back(*dimension.option);
  }
  for (const auto& [fact, of_fact] : members) {
    parts[of_fact.place] = words.members(knowledge.facts[fact], of_fact.in, of_fact.out);
  }
  const bool zh = tongue == Tongue::Chinese;
  if (parts.empty()) return zh ? "任何情形" : "always";
  return fmt::format("{}", fmt::join(parts, zh ? "，" : ", "));
}

}  // namespace zhilu::checks
