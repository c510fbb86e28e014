// SPDX-License-Identifier: MIT
// Message patterns: ICU MessageFormat texts with named placeholders, compiled once and formatted many times.
//
//     被骗 {loss_amount, number, ::currency/CNY}{loss_amount, plural, =0 {} other {，请保留凭证}}
//
// Parsing is ICU's; formatting is done here, over exact decimals and civil dates, because ICU's own
// MessageFormat goes through double and must not be shared between threads.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "engine/locale/language.h"
#include "engine/locale/number_text.h"
#include "engine/value/date.h"

namespace zhilu {

/// What a placeholder stands for.
class Argument {
 public:
  /// A word or phrase. `key` is what `select` goes by (the id of an option, `true`); by default the text
  /// itself.
  Argument(std::string text);  // NOLINT(google-explicit-constructor): an argument is a value.
  Argument(std::string_view text) : Argument(std::string(text)) {}  // NOLINT(google-explicit-constructor)
  Argument(const char* text) : Argument(std::string(text)) {}       // NOLINT(google-explicit-constructor)
  Argument(std::string text, std::string key);
  Argument(Decimal number);  // NOLINT(google-explicit-constructor)
  template <std::integral Integer>
  Argument(Integer number)  // NOLINT(google-explicit-constructor)
      : Argument(Decimal(static_cast<std::int64_t>(number))) {}
  Argument(Date date);  // NOLINT(google-explicit-constructor)
  /// A number within bounds. With `money`, `{x}` alone writes it as an amount of yuan.
  explicit Argument(const Bounds& bounds, bool money = false);

  struct Words {
    std::string text;
    /// Empty: the text itself.
    std::optional<std::string> key;
  };
  struct Number {
    Bounds bounds;
    bool money = false;
  };
  const std::variant<Words, Number, Date>& value() const { return value_; }

 private:
  std::variant<Words, Number, Date> value_;
};

struct NamedArgument {
  std::string_view name;
  Argument value;
};

/// How a pattern uses a placeholder.
enum class PlaceholderKind : std::uint8_t { Plain, Number, Date, Select, Plural };

struct Placeholder {
  std::string name;
  PlaceholderKind kind = PlaceholderKind::Plain;
  /// Byte at which the name stands in the pattern.
  std::uint32_t offset = 0;
  /// Of Select and Plural: the cases, as written (`bank`, `other`, `=0`).
  std::vector<std::string> cases;
};

/// Why a pattern is not one.
enum class MessageFault : std::uint8_t {
  Syntax,           ///< Braces do not match, a name is missing, ...
  MissingOther,     ///< A select or plural without `other`.
  UnsupportedType,  ///< Not number, date, select, plural or selectordinal.
  BadStyle,         ///< A number or date style that means nothing.
  TooLarge,         ///< Over 64 KiB, or nested deeper than 16.
};

struct MessageProblem {
  MessageFault fault = MessageFault::Syntax;
  /// Byte of the pattern at which, or shortly before which, the fault lies.
  std::uint32_t offset = 0;
  /// The type or style in question; empty for other faults.
  std::string detail;
};

/// A compiled pattern in one language. Immutable, cheap to copy; threads may share one.
///
/// A text without `{` is literal: it has no placeholders and no quoting. In a text with `{`, an apostrophe
/// before a brace quotes it, and two apostrophes are one.
class Message {
 public:
  static tl::expected<Message, MessageProblem> compile(std::string_view pattern, Language language);

  /// The text with the placeholders filled in. A placeholder without an argument is written `【name】`; words
  /// where a number or date is formatted are written as they are; a select without a fitting case takes
  /// `other`.
  std::string format(std::span<const NamedArgument> arguments) const;

  /// In the order of the pattern, those inside cases too; a name may occur more than once. Empty for a
  /// literal text.
  const std::vector<Placeholder>& placeholders() const;

 private:
  struct Impl;
  explicit Message(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
  std::shared_ptr<const Impl> impl_;
};

}  // namespace zhilu
