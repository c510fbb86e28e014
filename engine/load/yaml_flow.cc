// SPDX-License-Identifier: MIT
#include "engine/load/yaml_flow.h"

#include <string>
#include <vector>

#include "engine/load/yaml_diagnostics.h"

namespace zhilu::yaml {
namespace {

// What may come next inside a bracket.
enum class State {
  Item,        // Of a list: an item, or the end.
  AfterItem,   // A comma, or the end.
  Key,         // Of a mapping: a key, or the end.
  AfterKey,    // A colon.
  Value,       // A value; none means null.
  AfterValue,  // A comma, or the end.
};

struct Bracket {
  char open = '[';
  State state = State::Item;
  std::size_t token = 0;
};

char closing(char open) {
  return open == '[' ? ']' : '}';
}

class FlowScanner {
 public:
  FlowScanner(Cursor& cursor, int parent_column, int depth, int max_depth)
      : cursor_(cursor), parent_column_(parent_column), depth_(depth), max_depth_(max_depth) {}

  bool scan() {
    if (!open()) return false;
    while (!brackets_.empty()) {
      if (!skip_to_token() || !scan_token()) {
        // `outside_` says that the cursor is already on a line that does not belong to the brackets.
        if (!outside_) {
          cursor_.next_line();
          cursor_.skip_deeper(parent_column_);
        }
        return false;
      }
    }
    return true;
  }

 private:
  Bracket& top() { return brackets_.back(); }

  bool open() {
    if (depth_ + static_cast<int>(brackets_.size()) >= max_depth_) {
      cursor_.report(kTooDeep, cursor_.at(), cursor_.at() + 1, {std::to_string(max_depth_)});
      return false;
    }
    const bool list = cursor_.peek() == '[';
    const auto begin = static_cast<std::uint32_t>(cursor_.at());
    brackets_.push_back({cursor_.peek(), list ? State::Item : State::Key, cursor_.tokens().size()});
    cursor_.tokens().push_back(
        {list ? Token::Kind::Sequence : Token::Kind::Map, ScalarPlace{Style::Plain, begin, begin + 1, 0}});
    cursor_.advance();
    return true;
  }

  /// Goes over blanks, comments and line ends. False if the brackets end nowhere.
  bool skip_to_token() {
    cursor_.skip_separation();
    while (cursor_.at_line_end() || cursor_.at_comment()) {
      if (!next_content_line() || cursor_.at_document_marker()) return unclosed();
      if (cursor_.column() > parent_column_) continue;
      const char c = cursor_.peek();
      if (c != ']' && c != '}') return unclosed();
      // Readers differ on a closing bracket that stands as far left as what it belongs to.
      const std::size_t at = cursor_.at();
      const std::string indentation(static_cast<std::size_t>(parent_column_ - cursor_.column() + 2), ' ');
      cursor_.report(kIndent, at, at + 1).fix = Fix{indentation + c};
    }
    return true;
  }

  /// Goes to the first content of a later line; false at the end of the text.
  bool next_content_line() {
    const int indentation = parent_column_ + 2;
    do {
      cursor_.next_line();
      cursor_.skip_indentation(static_cast<std::size_t>(indentation));
    } while (!cursor_.at_end() && (cursor_.at_line_end() || cursor_.at_comment()));
    return !cursor_.at_end();
  }

  bool unclosed() {
    const std::uint32_t begin = cursor_.tokens()[top().token].place.begin;
    cursor_.report(kUnclosedBracket, begin, begin + 1, {std::string(1, top().open)});
    cursor_.rewind_line();
    outside_ = true;
    return false;
  }

  bool scan_token() {
    switch (cursor_.peek()) {
      case '[':
      case '{':
        return scan_open();
      case ']':
      case '}':
        return scan_close();
      case ',':
        return scan_comma();
      case ':':
        if (top().state == State::AfterKey || top().state == State::AfterItem) return scan_colon();
        return scan_scalar();
      default:
        return scan_scalar();
    }
  }

  bool scan_open() {
    if (top().state == State::Key) return fail(kComplexKey);
    if (!expects_value()) return fail(missing());
    return open();
  }

  bool scan_close() {
    const char c = cursor_.peek();
    if (c != closing(top().open)) {
      cursor_
          .report(kWrongBracket, cursor_.at(), cursor_.at() + 1,
                  {std::string(1, closing(top().open)), std::string(1, c)})
          .fix = Fix{std::string(1, closing(top().open))};
      return false;
    }
    if (top().state == State::AfterKey) return missing_colon();
    cursor_.advance();
    cursor_.tokens()[top().token].place.end = static_cast<std::uint32_t>(cursor_.at());
    brackets_.pop_back();
    if (!brackets_.empty()) value_done();
    return true;
  }

  bool scan_comma() {
    switch (top().state) {
      case State::Item:
      case State::Key:
        return fail(kEmptyItem);
      case State::AfterKey:
        return missing_colon();
      case State::AfterItem:
        top().state = State::Item;
        break;
      case State::Value:
      case State::AfterValue:
        top().state = State::Key;
        break;
    }
    cursor_.advance();
    return true;
  }

  bool scan_colon() {
    if (top().state == State::AfterItem) return fail(kPairInList);
    cursor_.advance();
    top().state = State::Value;
    return true;
  }

  bool scan_scalar() {
    const bool quoted = cursor_.peek() == '"' || cursor_.peek() == '\'';
    if (!quoted && !cursor_.can_begin_plain(true)) {
      cursor_.report_indicator(true);
      return false;
    }
    if (top().state == State::AfterKey) return missing_colon();
    if (!expects_value() && top().state != State::Key) return fail(kMissingComma);
    ScalarPlace place;
    if (quoted) {
      const auto found = cursor_.scan_quoted(true);
      if (!found) return false;
      place = *found;
    } else {
      place = cursor_.scan_plain(true);
    }
    if (top().state != State::Key) {
      value_done();
      return true;
    }
    if (!cursor_.check_key(place)) return false;
    key_ = place;
    top().state = State::AfterKey;
    return true;
  }

  bool expects_value() { return top().state == State::Item || top().state == State::Value; }

  void value_done() { top().state = top().state == State::Item ? State::AfterItem : State::AfterValue; }

  const DiagnosticKind& missing() { return top().state == State::AfterKey ? kMissingColon : kMissingComma; }

  bool fail(const DiagnosticKind& kind) {
    if (&kind == &kMissingColon) return missing_colon();
    cursor_.report(kind, cursor_.at(), cursor_.at() + 1);
    return false;
  }

  /// The last key is followed by something else than a colon.
  bool missing_colon() {
    const std::string_view key = cursor_.slice(key_);
    constexpr std::string_view kFullWidth = "：";
    const std::size_t wide = key.find(kFullWidth);
    const std::size_t narrow = key_.style == Style::Plain ? key.find(':') : std::string_view::npos;
    if (key_.style == Style::Plain && wide != std::string_view::npos) {
      cursor_.report(kFullWidthColon, key_.begin + wide, key_.begin + wide + kFullWidth.size()).fix =
          Fix{": "};
    } else if (narrow != std::string_view::npos) {
      cursor_.report(kColonSpace, key_.begin + narrow, key_.begin + narrow + 1).fix = Fix{": "};
    } else {
      cursor_.report(kMissingColon, key_.begin, key_.end, {std::string(key)});
    }
    return false;
  }

  Cursor& cursor_;
  int parent_column_;
  int depth_;
  int max_depth_;
  std::vector<Bracket> brackets_;
  ScalarPlace key_;
  bool outside_ = false;
};

}  // namespace

bool scan_flow(Cursor& cursor, int parent_column, int depth, int max_depth) {
  return FlowScanner(cursor, parent_column, depth, max_depth).scan();
}

}  // namespace zhilu::yaml
