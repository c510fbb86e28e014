// SPDX-License-Identifier: MIT
#include "engine/render/privacy.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/account.h"
#include "engine/base/utf8.h"

namespace zhilu {
namespace {

using Character = MaskedText::Character;

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> out;
  // Most characters have three bytes.
  out.reserve(text.size() / 3 + 8);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    const bool full_width = c.value >= 0xFF01 && c.value <= 0xFF5E;
    out.push_back({c.value, full_width ? c.value - 0xFEE0 : c.value, static_cast<std::uint32_t>(at)});
    at += c.size;
  }
  return out;
}

bool is_digit(const Character& c) {
  return c.folded >= U'0' && c.folded <= U'9';
}

bool is_letter(const Character& c) {
  return (c.folded >= U'a' && c.folded <= U'z') || (c.folded >= U'A' && c.folded <= U'Z');
}

bool is_separator(const Character& c) {
  return c.folded == U' ' || c.folded == U'-' || c.value == U'　' || c.value == U'‐' || c.value == U'–';
}

// Characters that are seen as nothing but make a terminal or a reader's eye do something.
bool acts_unseen(char32_t c) {
  // Most characters are Chinese.
  if (c >= 0x2070 && c < 0xFEFF) return false;
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE007F);
}

// A run of digits: characters [begin, end).
struct Group {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
};

class Masker {
 public:
  explicit Masker(std::vector<Character>& text) : text_(text) {}

  void run() {
    find_groups();
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      mask_single(groups_[i]);
      mask_grouped(i);
      mask_house(groups_[i]);
    }
    mask_addresses();
    mask_accounts();
  }

 private:
  void find_groups() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!is_digit(text_[i])) continue;
      Group group{i, i};
      while (group.end < text_.size() && is_digit(text_[group.end])) ++group.end;
      groups_.push_back(group);
      i = group.end;
    }
  }

  // Hides the digits of characters [begin, end) but the first `head` and the last `tail` digits.
  void hide(std::size_t begin, std::size_t end, std::size_t head, std::size_t tail) {
    std::vector<std::size_t> digits;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_digit(text_[i]) || is_letter(text_[i])) digits.push_back(i);
    }
    if (digits.size() <= head + tail) return;
    for (std::size_t i = head; i < digits.size() - tail; ++i) text_[digits[i]].hidden = true;
  }

  bool starts_like_mobile(std::size_t at) const {
    return at + 1 < text_.size() && text_[at].folded == U'1' && text_[at + 1].folded >= U'3' &&
           text_[at + 1].folded <= U'9';
  }

  void mask_single(const Group& group) {
    // The check digit of an identity card may be X.
    std::size_t end = group.end;
    if (group.size() == 17 && end < text_.size() && (text_[end].folded | 0x20) == U'x') ++end;
    if (group.size() == 11 && (starts_like_mobile(group.begin) || text_[group.begin].folded == U'0')) {
      hide(group.begin, end, 3, 4);
    } else if (group.size() >= 12) {
      hide(group.begin, end, 3, 4);
    }
  }

  // True if group i+1 exists and is one separator away from group i.
  bool follows(std::size_t i) const {
    return i + 1 < groups_.size() && groups_[i + 1].begin == groups_[i].end + 1 &&
           is_separator(text_[groups_[i].end]);
  }

  // 138 1234 5678, 010-12345678, 6222 0212 3456 7890 123, 110101-19900101-1234.
  void mask_grouped(std::size_t i) {
    if (!follows(i)) return;
    const std::size_t first = groups_[i].size();
    const std::size_t second = groups_[i + 1].size();
    const bool area_code = (first == 3 || first == 4) && text_[groups_[i].begin].folded == U'0';
    if (area_code && (second == 7 || second == 8)) hide(groups_[i].begin, groups_[i + 1].end, first, 2);
    if (!follows(i + 1)) return;
    const std::size_t third = groups_[i + 2].size();
    if (first == 3 && second == 4 && third == 4 && starts_like_mobile(groups_[i].begin)) {
      hide(groups_[i].begin, groups_[i + 2].end, 3, 4);
    } else if (first == 6 && second == 8) {
      std::size_t end = groups_[i + 2].end;
      if (end < text_.size() && (text_[end].folded | 0x20) == U'x') ++end;
      hide(groups_[i].begin, end, 3, 2);
    } else if (first == 4 && second == 4 && third == 4) {
      std::size_t last = i + 2;
      while (follows(last) && groups_[last + 1].size() <= 4) ++last;
      hide(groups_[i].begin, groups_[last].end, 4, 3);
    }
  }

  // A number right behind the name of a road and before 号 (号楼, 号院): where somebody lives.
  void mask_house(const Group& group) {
    static constexpr std::u32string_view kRoads = U"路街巷弄道村镇里胡同坊";
    static constexpr std::u32string_view kParts = U"号號弄栋幢座单元楼层室院";
    if (group.begin == 0 || kRoads.find(text_[group.begin - 1].value) == std::u32string_view::npos) return;
    if (group.end >= text_.size() || kParts.find(text_[group.end].value) == std::u32string_view::npos) return;
    for (std::size_t i = group.begin; i < text_.size(); ++i) {
      const bool part = kParts.find(text_[i].value) != std::u32string_view::npos;
      if (!part && !is_digit(text_[i]) && !is_letter(text_[i]) && text_[i].folded != U'-') break;
      text_[i].hidden = !part;
    }
  }

  static bool in_address(const Character& c) {
    return is_digit(c) || is_letter(c) || c.folded == U'.' || c.folded == U'_' || c.folded == U'-' ||
           c.folded == U'%' || c.folded == U'+';
  }

  void mask_addresses() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (text_[at].folded != U'@') continue;
      std::size_t begin = at;
      while (begin > 0 && in_address(text_[begin - 1])) --begin;
      std::size_t end = at + 1;
      bool dotted = false;
      for (; end < text_.size() && in_address(text_[end]); ++end)
        dotted = dotted || text_[end].folded == U'.';
      if (begin == at || !dotted) continue;
      // A name of one letter is hidden whole, of a longer one all but the first letter.
      const std::size_t shown = at - begin > 1 ? 1 : 0;
      for (std::size_t i = begin + shown; i < at; ++i) text_[i].hidden = true;
    }
  }

  void mask_accounts() {
    std::u32string lower;
    lower.reserve(text_.size());
    for (const Character& c : text_) lower.push_back(is_letter(c) ? c.folded | 0x20 : c.folded);
    for (std::size_t at = 0; at < lower.size(); ++at) {
      const std::optional<AccountPlace> account = find_account(lower, at);
      if (!account) continue;
      constexpr std::size_t kShown = 2;
      for (std::size_t i = account->begin + kShown; i < account->end; ++i) text_[i].hidden = true;
      at = account->end - 1;
    }
  }

  std::vector<Character>& text_;
  std::vector<Group> groups_;
};

// True if the text may be shown as it is.
bool is_clean(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (acts_unseen(c.value) || (c.size == 1 && c.value >= 0x80)) return false;
    at += c.size;
  }
  return true;
}

std::string written(const std::vector<Character>& text, std::uint32_t begin, std::uint32_t end) {
  std::string out;
  // From the character that holds `begin`.
  auto first = std::upper_bound(text.begin(), text.end(), begin,
                                [](std::uint32_t at, const Character& c) { return at < c.begin; });
  if (first != text.begin()) --first;
  for (auto i = static_cast<std::size_t>(first - text.begin()); i < text.size() && text[i].begin < end; ++i) {
    const std::uint32_t next = i + 1 < text.size() ? text[i + 1].begin : end;
    if (next <= begin) continue;
    const char32_t c = text[i].value;
    if (c == U'\n' || c == U'\r' || c == U'\t' || c == 0x2028 || c == 0x2029) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else if (text[i].hidden) {
      out.push_back('*');
    } else if (!acts_unseen(c)) {
      append_utf8(out, c);
    }
  }
  return out;
}

}  // namespace

std::string clean_text(std::string_view text) {
  if (is_clean(text)) return std::string(text);
  return written(characters_of(text), 0, static_cast<std::uint32_t>(text.size()));
}

std::string masked_text(std::string_view text) {
  return masked_excerpt(text, 0, static_cast<std::uint32_t>(text.size()));
}

std::string masked_excerpt(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return MaskedText(text).excerpt(begin, end);
}

MaskedText::MaskedText(std::string_view text) : text_(text), characters_(characters_of(text)) {
  Masker(characters_).run();
}

std::string MaskedText::excerpt(std::uint32_t begin, std::uint32_t end) const {
  return written(characters_, begin, std::min(end, static_cast<std::uint32_t>(text_.size())));
}

}  // namespace zhilu
