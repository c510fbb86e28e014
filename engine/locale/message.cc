// SPDX-License-Identifier: MIT
#include "engine/locale/message.h"

#include <algorithm>

#include "engine/locale/date_text.h"
#include "engine/locale/message_tree.h"

namespace zhilu {

Argument::Argument(std::string text) : value_(Words{.text = std::move(text), .key = {}}) {}
Argument::Argument(std::string text, std::string key)
    : value_(Words{.text = std::move(text), .key = std::move(key)}) {}
Argument::Argument(Decimal number) : value_(Number{Bounds::exactly(number), false}) {}
Argument::Argument(Date date) : value_(date) {}
Argument::Argument(const Bounds& bounds, bool money) : value_(Number{bounds, money}) {}

namespace {

using namespace message_tree;

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

// One formatting run.
class Formatter {
 public:
  Formatter(std::span<const NamedArgument> arguments, Language language)
      : arguments_(arguments), language_(language) {}

  void write(const Sequence& sequence) {
    for (const Piece& piece : sequence) {
      std::visit(Overloaded{
                     [&](const Literal& literal) { out_ += literal.text; },
                     [&](const PlainArgument& a) { write_plain(a.name); },
                     [&](const message_tree::NumberArgument& a) { write_number(a); },
                     [&](const message_tree::DateArgument& a) { write_date(a); },
                     [&](const PluralNumber&) { out_ += plural_number_; },
                     [&](const SelectArgument& a) { write_select(a); },
                     [&](const PluralArgument& a) { write_plural(a); },
                 },
                 piece.content);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  const Argument* find(std::string_view name) const {
    const auto at = std::find_if(arguments_.begin(), arguments_.end(),
                                 [&](const NamedArgument& argument) { return argument.name == name; });
    return at == arguments_.end() ? nullptr : &at->value;
  }

  // What stands for an argument that no format is given for, or that its format cannot take.
  void write_plain(const std::string& name) {
    const Argument* argument = find(name);
    if (argument == nullptr) {
      out_ += "【" + name + "】";
      return;
    }
    std::visit(Overloaded{
                   [&](const Argument::Words& words) { out_ += words.text; },
                   [&](const Argument::Number& number) {
                     out_ += number.money ? amount_text(number.bounds, language_)
                                          : range_text(number.bounds, language_);
                   },
                   [&](const Date& date) { out_ += date_text(date, language_); },
               },
               argument->value());
  }

  void write_number(const message_tree::NumberArgument& a) {
    const Argument* argument = find(a.name);
    const auto* number = argument ? std::get_if<Argument::Number>(&argument->value()) : nullptr;
    if (number == nullptr) return write_plain(a.name);
    out_ +=
        range_text(number->bounds, language_, [&](const Decimal& value) { return a.style.format(value); });
  }

  void write_date(const message_tree::DateArgument& a) {
    const Argument* argument = find(a.name);
    const auto* date = argument ? std::get_if<Date>(&argument->value()) : nullptr;
    if (date == nullptr) return write_plain(a.name);
    out_ += a.style.format(*date);
  }

  static const Case& case_of(const std::vector<Case>& cases, std::string_view key) {
    const auto with = [&](std::string_view wanted) {
      return std::find_if(cases.begin(), cases.end(), [&](const Case& c) { return c.key == wanted; });
    };
    const auto at = with(key);
    // INVARIANT: the parser refuses a select or plural without `other`.
    return at == cases.end() ? *with("other") : *at;
  }

  void write_select(const SelectArgument& a) {
    const Argument* argument = find(a.name);
    const auto* words = argument ? std::get_if<Argument::Words>(&argument->value()) : nullptr;
    write(
        case_of(a.cases, words ? std::string_view(words->key ? *words->key : words->text) : "other").message);
  }

  void write_plural(const PluralArgument& a) {
    const Argument* argument = find(a.name);
    const auto* number = argument ? std::get_if<Argument::Number>(&argument->value()) : nullptr;
    const std::string outer = std::move(plural_number_);
    if (number == nullptr || !number->bounds.bounded || number->bounds.low != number->bounds.high) {
      plural_number_ = number ? range_text(number->bounds, language_) : "";
      write(case_of(a.cases, "other").message);
    } else {
      const Decimal value = number->bounds.low;
      const Decimal shown = Decimal::subtract(value, a.offset).value_or(value);
      plural_number_ = a.style.format(shown);
      const auto exact =
          std::find_if(a.cases.begin(), a.cases.end(), [&](const Case& c) { return c.exactly == value; });
      write(exact != a.cases.end() ? exact->message
                                   : case_of(a.cases, a.style.plural_category(shown, a.ordinal)).message);
    }
    plural_number_ = outer;
  }

  std::span<const NamedArgument> arguments_;
  Language language_;
  std::string out_;
  // What `#` stands for in the plural being written.
  std::string plural_number_;
};

}  // namespace

struct Message::Impl {
  Language language;
  /// The text where there are no placeholders; the tree is then empty.
  std::string literal;
  Tree tree;
};

tl::expected<Message, MessageProblem> Message::compile(std::string_view pattern, Language language) {
  if (pattern.find('{') == std::string_view::npos) {
    return Message(std::make_shared<const Impl>(Impl{language, std::string(pattern), {}}));
  }
  tl::expected<Tree, MessageProblem> tree = message_tree::compile(pattern, language);
  if (!tree) return tl::unexpected(tree.error());
  return Message(std::make_shared<const Impl>(Impl{language, {}, std::move(*tree)}));
}

std::string Message::format(std::span<const NamedArgument> arguments) const {
  if (impl_->tree.root.empty()) return impl_->literal;
  Formatter formatter(arguments, impl_->language);
  formatter.write(impl_->tree.root);
  return formatter.take();
}

const std::vector<Placeholder>& Message::placeholders() const {
  return impl_->tree.placeholders;
}

}  // namespace zhilu
