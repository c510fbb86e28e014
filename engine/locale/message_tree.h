// SPDX-License-Identifier: MIT
// The compiled form of a message pattern; used by message.cc and message_compiler.cc only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/locale/date_style.h"
#include "engine/locale/message.h"
#include "engine/locale/number_style.h"

namespace zhilu::message_tree {

struct Piece;
using Sequence = std::vector<Piece>;

struct Literal {
  std::string text;
};

struct PlainArgument {
  std::string name;
};

struct NumberArgument {
  std::string name;
  NumberStyle style;
};

struct DateArgument {
  std::string name;
  DateStyle style;
};

/// The `#` of a plural: its number, less the offset.
struct PluralNumber {};

struct Case {
  std::string key;
  /// Of a plural case `=3`.
  std::optional<Decimal> exactly;
  Sequence message;
};

struct SelectArgument {
  std::string name;
  std::vector<Case> cases;
};

struct PluralArgument {
  std::string name;
  bool ordinal = false;
  Decimal offset;
  NumberStyle style;
  std::vector<Case> cases;
};

struct Piece {
  std::variant<Literal, PlainArgument, NumberArgument, DateArgument, PluralNumber, SelectArgument,
               PluralArgument>
      content;
};

struct Tree {
  Sequence root;
  std::vector<Placeholder> placeholders;
};

/// Parses a pattern that holds at least one `{`.
tl::expected<Tree, MessageProblem> compile(std::string_view pattern, Language language);

}  // namespace zhilu::message_tree
