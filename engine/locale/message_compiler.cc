// SPDX-License-Identifier: MIT
// From the parts that ICU finds in a pattern to our tree.
#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "engine/locale/message_tree.h"

namespace zhilu::message_tree {
namespace {

constexpr std::size_t kMaxBytes = 64 * 1024;
// ICU parses by recursion and would allow 32767 levels; a text for people needs three.
constexpr int kMaxDepth = 16;
constexpr std::size_t kMaxPlaceholders = 256;

class Compiler {
 public:
  Compiler(std::string_view pattern, Language language)
      : utf8_(pattern),
        language_(language),
        text_(icu::UnicodeString::fromUTF8(
            {pattern.data(), static_cast<int32_t>(std::min(pattern.size(), kMaxBytes))})),
        parts_(UMSGPAT_APOS_DOUBLE_OPTIONAL, status_) {}

  tl::expected<Tree, MessageProblem> run() {
    if (utf8_.size() > kMaxBytes) return problem(MessageFault::TooLarge, 0);
    if (const std::optional<std::size_t> deep = find_too_deep()) {
      return tl::unexpected(MessageProblem{MessageFault::TooLarge, static_cast<std::uint32_t>(*deep), {}});
    }
    UParseError error;
    parts_.parse(text_, &error, status_);
    if (status_ == U_UNMATCHED_BRACES) {
      return tl::unexpected(MessageProblem{MessageFault::Syntax, unclosed_brace(), {}});
    }
    if (U_FAILURE(status_)) return problem(fault_of(status_), error.offset);
    tree_.root = message(0);
    if (problem_) return tl::unexpected(*problem_);
    return std::move(tree_);
  }

 private:
  using Part = icu::MessagePattern::Part;

  static MessageFault fault_of(UErrorCode status) {
    if (status == U_DEFAULT_KEYWORD_MISSING) return MessageFault::MissingOther;
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) return MessageFault::TooLarge;
    return MessageFault::Syntax;
  }

  // Where braces nest too deep, quoted ones counting too: a text for people has no use for those either.
  std::optional<std::size_t> find_too_deep() const {
    int depth = 0;
    for (std::size_t i = 0; i < utf8_.size(); ++i) {
      if (utf8_[i] == '{' && ++depth > kMaxDepth) return i;
      if (utf8_[i] == '}') depth = std::max(0, depth - 1);
    }
    return std::nullopt;
  }

  // The last `{` that is not closed, for which ICU gives no place.
  std::uint32_t unclosed_brace() const {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < utf8_.size(); ++i) {
      if (utf8_[i] == '{') open.push_back(i);
      if (utf8_[i] == '}' && !open.empty()) open.pop_back();
    }
    return open.empty() ? 0 : static_cast<std::uint32_t>(open.back());
  }

  // The byte of the pattern at UTF-16 index `index`. (U+FFFD for a malformed byte is longer than that byte:
  // the offset is then only near.)
  std::uint32_t byte_at(int32_t index) const {
    std::string before;
    text_.tempSubString(0, index).toUTF8String(before);
    return static_cast<std::uint32_t>(std::min(before.size(), utf8_.size()));
  }

  tl::unexpected<MessageProblem> problem(MessageFault fault, int32_t index) const {
    return tl::unexpected(MessageProblem{fault, byte_at(std::max<int32_t>(index, 0)), {}});
  }

  // Keeps the first problem.
  void report(MessageFault fault, const Part& part) {
    if (problem_) return;
    problem_ = MessageProblem{fault, byte_at(part.getIndex()), utf8(part)};
  }

  std::string utf8(int32_t begin, int32_t end) const {
    std::string out;
    text_.tempSubStringBetween(begin, end).toUTF8String(out);
    return out;
  }
  std::string utf8(const Part& part) const { return utf8(part.getIndex(), part.getLimit()); }

  // The message whose MSG_START is part `start`.
  Sequence message(int32_t start) {
    Sequence out;
    std::string literal;
    const auto flush = [&] {
      if (!literal.empty()) out.push_back({Literal{std::move(literal)}});
      literal.clear();
    };
    int32_t from = parts_.getPart(start).getLimit();
    for (int32_t i = start + 1;; ++i) {
      const Part& part = parts_.getPart(i);
      literal += utf8(from, part.getIndex());
      from = part.getLimit();
      if (part.getType() == UMSGPAT_PART_TYPE_MSG_LIMIT) break;
      if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
        flush();
        out.push_back({PluralNumber{}});
      } else if (part.getType() == UMSGPAT_PART_TYPE_ARG_START) {
        flush();
        argument(i, out);
        i = parts_.getLimitPartIndex(i);
        from = parts_.getPart(i).getLimit();
      }
    }
    flush();
    return out;
  }

  // The argument whose ARG_START is part `start`.
  void argument(int32_t start, Sequence& out) {
    const UMessagePatternArgType type = parts_.getPart(start).getArgType();
    const Part& name_part = parts_.getPart(start + 1);
    const std::string name = utf8(name_part);
    const std::size_t place = tree_.placeholders.size();
    if (place >= kMaxPlaceholders) return report(MessageFault::TooLarge, name_part);
    tree_.placeholders.push_back({.name = name, .offset = byte_at(name_part.getIndex()), .cases = {}});
    // By index, as placeholders inside the cases are appended meanwhile.
    const auto note = [&](PlaceholderKind kind, const std::vector<Case>& cases) {
      tree_.placeholders[place].kind = kind;
      for (const Case& c : cases) tree_.placeholders[place].cases.push_back(c.key);
    };
    switch (type) {
      case UMSGPAT_ARG_TYPE_NONE:
        out.push_back({PlainArgument{name}});
        return;
      case UMSGPAT_ARG_TYPE_SIMPLE:
        note(simple(start, name, out), {});
        return;
      case UMSGPAT_ARG_TYPE_SELECT: {
        SelectArgument select{.name = name, .cases = cases(start + 2)};
        note(PlaceholderKind::Select, select.cases);
        out.push_back({std::move(select)});
        return;
      }
      case UMSGPAT_ARG_TYPE_PLURAL:
      case UMSGPAT_ARG_TYPE_SELECTORDINAL: {
        PluralArgument plural{.name = name,
                              .ordinal = type == UMSGPAT_ARG_TYPE_SELECTORDINAL,
                              .offset = offset(start + 2),
                              .style = NumberStyle("", language_),
                              .cases = cases(start + 2)};
        if (!plural.style.is_valid()) report(MessageFault::BadStyle, name_part);
        note(PlaceholderKind::Plural, plural.cases);
        out.push_back({std::move(plural)});
        return;
      }
      case UMSGPAT_ARG_TYPE_CHOICE:
        report(MessageFault::UnsupportedType, name_part);
        return;
    }
  }

  PlaceholderKind simple(int32_t start, const std::string& name, Sequence& out) {
    const Part& type_part = parts_.getPart(start + 2);
    const Part& style_part = parts_.getPart(start + 3);
    const bool has_style = style_part.getType() == UMSGPAT_PART_TYPE_ARG_STYLE;
    const std::string type = utf8(type_part);
    const std::string style = has_style ? utf8(style_part) : "";
    const Part& blamed = has_style ? style_part : type_part;
    if (type == "number") {
      NumberStyle number(style, language_);
      if (!number.is_valid()) report(MessageFault::BadStyle, blamed);
      out.push_back({NumberArgument{name, std::move(number)}});
      return PlaceholderKind::Number;
    }
    if (type == "date") {
      DateStyle date(style, language_);
      if (!date.is_valid()) report(MessageFault::BadStyle, blamed);
      out.push_back({DateArgument{name, std::move(date)}});
      return PlaceholderKind::Date;
    }
    report(MessageFault::UnsupportedType, type_part);
    return PlaceholderKind::Plain;
  }

  // `offset:1` of a plural, if part `i` is one; else zero.
  Decimal offset(int32_t i) const {
    const Part& part = parts_.getPart(i);
    if (!Part::hasNumericValue(part.getType())) return {};
    return Decimal::parse(utf8(part)).value_or(Decimal());
  }

  // The cases from part `i` to the end of the argument.
  std::vector<Case> cases(int32_t i) {
    std::vector<Case> out;
    if (Part::hasNumericValue(parts_.getPart(i).getType())) ++i;
    while (parts_.getPart(i).getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
      Case one;
      one.key = utf8(parts_.getPart(i));
      ++i;
      if (Part::hasNumericValue(parts_.getPart(i).getType())) {
        one.exactly = Decimal::parse(std::string_view(one.key).substr(1));
        ++i;
      }
      one.message = message(i);
      i = parts_.getLimitPartIndex(i) + 1;
      out.push_back(std::move(one));
    }
    return out;
  }

  std::string_view utf8_;
  Language language_;
  icu::UnicodeString text_;
  UErrorCode status_ = U_ZERO_ERROR;
  icu::MessagePattern parts_;
  Tree tree_;
  std::optional<MessageProblem> problem_;
};

}  // namespace

tl::expected<Tree, MessageProblem> compile(std::string_view pattern, Language language) {
  return Compiler(pattern, language).run();
}

}  // namespace zhilu::message_tree
