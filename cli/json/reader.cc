// SPDX-License-Identifier: MIT
#include "cli/json/reader.h"

#include <nlohmann/json.hpp>
#include <unordered_set>

#include "cli/json/diagnostics.h"

namespace zhilu {
namespace {

// The library parses and tells what it met, but not where. What it has accepted is simple enough to follow:
// the cursor walks over the same tokens and notes their places.
class TreeBuilder : public nlohmann::json_sax<nlohmann::ordered_json> {
 public:
  TreeBuilder(std::string_view text, FileId file, Diagnostics& out) : text_(text), file_(file), out_(out) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  InputValue take() { return std::move(root_); }

  bool null() override { return add(InputValue::Kind::Null, take_word()); }
  bool boolean(bool) override { return add(InputValue::Kind::Boolean, take_word()); }
  bool number_integer(std::int64_t) override { return add(InputValue::Kind::Number, take_word()); }
  bool number_unsigned(std::uint64_t) override { return add(InputValue::Kind::Number, take_word()); }
  bool number_float(double, const std::string&) override {
    return add(InputValue::Kind::Number, take_word());
  }
  // Only binary formats have this.
  bool binary(nlohmann::ordered_json::binary_t&) override { return false; }

  bool string(std::string& value) override {
    InputValue& added = place(InputValue::Kind::String, take_string());
    added.text = std::move(value);
    return true;
  }

  bool key(std::string& name) override {
    const Span span = take_string();
    Level& level = levels_.back();
    if (!level.names.insert(name).second) {
      out_.add(json::kDuplicateName, span, {name});
      return false;
    }
    level.value->keys.push_back({std::move(name), span});
    return true;
  }

  bool start_object(std::size_t) override { return open(InputValue::Kind::Map); }
  bool start_array(std::size_t) override { return open(InputValue::Kind::List); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string& last_token,
                   const nlohmann::detail::exception&) override {
    const auto end = static_cast<std::uint32_t>(std::min(position, text_.size()));
    out_.add(json::kSyntax, Span{file_, end == 0 ? 0 : end - 1, end}, {last_token});
    return false;
  }

 private:
  struct Level {
    InputValue* value = nullptr;
    std::unordered_set<std::string> names;
  };

  void skip_separators() {
    while (at_ < text_.size() && std::string_view(" \t\r\n,:").find(text_[at_]) != std::string_view::npos)
      ++at_;
  }

  Span span_from(std::size_t begin) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

  Span take_word() {
    skip_separators();
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::string_view(" \t\r\n,:]}").find(text_[at_]) == std::string_view::npos)
      ++at_;
    return span_from(begin);
  }

  // The span is that of the text between the quotes, which is what a fix replaces.
  Span take_string() {
    skip_separators();
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_, text_.size());
    const Span span = span_from(begin);
    ++at_;
    return span;
  }

  InputValue& place(InputValue::Kind kind, Span span) {
    InputValue value;
    value.kind = kind;
    value.span = span;
    if (levels_.empty()) {
      root_ = std::move(value);
      return root_;
    }
    std::vector<InputValue>& siblings = levels_.back().value->items;
    siblings.push_back(std::move(value));
    return siblings.back();
  }

  bool add(InputValue::Kind kind, Span span) {
    place(kind, span).text = text_.substr(span.begin, span.end - span.begin);
    return true;
  }

  bool open(InputValue::Kind kind) {
    skip_separators();
    const std::size_t begin = at_++;
    InputValue& value = place(kind, span_from(begin));
    if (levels_.size() >= kMaxJsonDepth) {
      out_.add(json::kTooDeep, value.span, {std::to_string(kMaxJsonDepth)});
      return false;
    }
    // INVARIANT: the pointer stays good: its siblings are added only after this level is closed.
    levels_.push_back({&value, {}});
    return true;
  }

  bool close() {
    skip_separators();
    ++at_;
    levels_.back().value->span.end = static_cast<std::uint32_t>(at_);
    levels_.pop_back();
    return true;
  }

  std::string_view text_;
  FileId file_;
  Diagnostics& out_;
  std::size_t at_ = 0;
  InputValue root_;
  std::vector<Level> levels_;
};

}  // namespace

std::optional<InputValue> read_json(std::string_view text, FileId file, Diagnostics& out) {
  if (text.size() > kMaxJsonBytes) {
    out.add(json::kTooLarge, Span{file, 0, 0}, {std::to_string(kMaxJsonBytes)});
    return std::nullopt;
  }
  // The library takes a NUL for the end of the text and would not look at what follows.
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(nul);
    out.add(json::kSyntax, Span{file, at, at + 1}, {"U+0000"});
    return std::nullopt;
  }
  TreeBuilder builder(text, file, out);
  if (!nlohmann::ordered_json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
  return builder.take();
}

}  // namespace zhilu
