// SPDX-License-Identifier: MIT
// One condition being said; used by condition_text.cc and condition_operands.cc only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/expr/ast.h"
#include "engine/render/condition_text.h"
#include "engine/render/condition_words.h"
#include "engine/render/wording.h"

namespace zhilu {

/// How tightly words hold together; looser ones are put in brackets where they stand inside others.
enum class Hold : std::uint8_t { Clause, Sum, Product, Noun };

struct Said {
  std::string text;
  Hold hold = Hold::Noun;
};

class ConditionWriter {
 public:
  ConditionWriter(const Wording& wording, const expr::Ast& ast, const VariableUnits& variables)
      : wording_(wording), ast_(ast), variables_(variables) {}

  /// The whole expression: a sentence or a noun.
  ConditionText write(expr::ExprId id);

 private:
  using ExprId = expr::ExprId;
  using NodeKind = expr::NodeKind;
  using Relation = expr::Relation;

  // condition_text.cc: what is true or false. `holds` false says the opposite.
  bool is_statement(ExprId id) const;
  Said statement(ExprId id, bool holds = true);
  Said fact_statement(FactId fact, bool holds) const;
  Said logic(ExprId id, bool holds);
  /// Consecutive operands that name options of one fact, said as one.
  struct Members {
    FactId fact;
    bool of_set = false;
    std::vector<std::string> options;
  };
  std::optional<Members> member(ExprId id) const;
  Said members(const Members& members, bool all) const;
  Said comparison(Relation relation, ExprId left, ExprId right);
  std::optional<Said> special_comparison(Relation relation, ExprId left, ExprId right);
  Said between(ExprId id, bool holds);
  Said in(ExprId id, bool holds);
  Said in_options(ExprId value, std::span<const ExprId> tests, bool holds);
  Said test(const std::string& subject, ExprId value, ExprId test, bool holds);
  const Saying& relation_saying(Relation relation, ExprId left, ExprId right) const;
  Said loop(ExprId id, const Saying& saying);
  Said choice(ExprId id);

  // condition_operands.cc: what has a value.
  Said operand(ExprId id, const ValueUnit& unit);
  Said operand(ExprId id) { return operand(id, unit(id)); }
  /// In brackets if it holds together less than `wanted`.
  std::string operand(ExprId id, const ValueUnit& unit, Hold wanted);
  std::string noun(ExprId id) { return operand(id, unit(id), Hold::Noun); }
  Said arithmetic(ExprId id, const ValueUnit& unit);
  Said name(ExprId id) const;
  std::string title(FactId fact) const;
  Said path(ExprId id);
  Said filter(ExprId id);
  Said range(ExprId id);
  Said list(ExprId id, const ValueUnit& unit);
  Said call(ExprId id);
  /// The arguments of a call in the order of the parameters; empty if a name does not fit.
  std::vector<ExprId> arguments(ExprId id) const;
  std::string event_subject(ExprId argument);
  bool is_event(ExprId id) const;

  // Both.
  ValueUnit unit(ExprId id) const;
  /// The variable of an iterator or `item` is one of the options of that fact.
  void declare(std::string_view variable, ExprId list);
  Said unsaid(ExprId id);
  std::string bracketed(const Said& said, Hold wanted) const {
    return said.hold < wanted ? say(say::kBracketed, said.text) : said.text;
  }
  template <class... Parts>
  std::string say(const Saying& saying, const Parts&... parts) const {
    const std::vector<std::string> given{std::string(parts)...};
    return fill(saying, wording_.language(), given);
  }
  std::string joined(const std::vector<std::string>& items, const Saying& last) const;
  const Knowledge& knowledge() const { return wording_.knowledge(); }

  const Wording& wording_;
  const expr::Ast& ast_;
  VariableUnits variables_;
  std::vector<std::string> unsaid_;
};

}  // namespace zhilu
