// SPDX-License-Identifier: MIT
#include "engine/interview/session_token.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <span>
#include <vector>

#include "engine/base/checksum.h"

namespace zhilu {
namespace {

constexpr std::string_view kMark = "z1.";
constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Between fields, and between entries. In texts they become blanks.
constexpr char kField = '\x1f';
constexpr char kEntry = '\x1e';
constexpr std::size_t kSumBytes = 4;

std::string base64(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = group << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k <= count; ++k) text += kDigits[group >> (18 - 6 * k) & 63];
  }
  return text;
}

std::optional<std::string> read_base64(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t digit = kDigits.find(text[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    group = group << 6 | static_cast<std::uint32_t>(digit);
    // Eight more bits are there at each digit but the first of four.
    if (i % 4 != 0) bytes += static_cast<char>(group >> (6 - 2 * (i % 4)) & 0xff);
  }
  return bytes;
}

std::string sum_of(std::string_view bytes) {
  const std::uint64_t sum = checksum(std::as_bytes(std::span(bytes.data(), bytes.size())));
  std::string text;
  for (std::size_t i = 0; i < kSumBytes; ++i) text += static_cast<char>(sum >> (8 * i) & 0xff);
  return text;
}

std::string clean(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == kField || c == kEntry; }, ' ');
  return text;
}

template <class T>
std::string number(T value, int base = 10) {
  char text[24];
  return {text, std::to_chars(text, text + sizeof text, value, base).ptr};
}

template <class T>
bool read_number(std::string_view text, T& value, int base = 10) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return error == std::errc{} && end == text.data() + text.size();
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string joined(std::initializer_list<std::string> fields) {
  std::string text(1, kEntry);
  for (const std::string& field : fields) {
    if (text.size() > 1) text += kField;
    text += clean(field);
  }
  return text;
}

std::string_view letter_of(Origin origin) {
  constexpr std::string_view kLetters[] = {"t", "a", "d", "i"};
  return kLetters[static_cast<std::size_t>(origin)];
}

bool read_origin(std::string_view letter, Origin& origin) {
  for (const Origin one : {Origin::Text, Origin::Answer, Origin::Default, Origin::Inferred}) {
    if (letter_of(one) != letter) continue;
    origin = one;
    return true;
  }
  return false;
}

bool read_answer(const std::vector<std::string_view>& fields, SavedAnswer& answer) {
  std::int64_t day = 0;
  if (fields.size() != 6 || !read_origin(fields[3], answer.from) || !read_number(fields[4], day, 36) ||
      !read_number(fields[5], answer.turn, 36)) {
    return false;
  }
  answer.fact = fields[1];
  answer.value = fields[2];
  answer.on = Date::from_days(day);
  return true;
}

bool read_event(const std::vector<std::string_view>& fields, SavedEvent& event) {
  std::uint32_t what = 0;
  if (fields.size() != 7 || !read_number(fields[3], what) || !read_number(fields[6], event.turn, 36) ||
      what > static_cast<std::uint32_t>(EventKind::Resolved)) {
    return false;
  }
  event.step = fields[1];
  event.channel = fields[2];
  event.what = static_cast<EventKind>(what);
  if (!fields[4].empty()) {
    std::int64_t day = 0;
    if (!read_number(fields[4], day, 36)) return false;
    event.on = Date::from_days(day);
  }
  event.number = fields[5];
  return true;
}

}  // namespace

std::string session_token(const SavedSession& saved) {
  std::string bytes =
      clean(saved.knowledge) + kField + clean(saved.version) + kField + number(saved.fingerprint, 36);
  for (std::size_t i = 0; i < saved.given.size(); ++i) {
    const SavedAnswer& one = saved.given[i];
    const bool is_last =
        std::none_of(saved.given.begin() + static_cast<std::ptrdiff_t>(i) + 1, saved.given.end(),
                     [&](const SavedAnswer& later) { return later.fact == one.fact; });
    if (!is_last || one.value.empty()) continue;
    bytes += joined({"f", one.fact, one.value, std::string(letter_of(one.from)), number(one.on.days(), 36),
                     number(one.turn, 36)});
  }
  for (const SavedEvent& one : saved.events) {
    bytes += joined({"e", one.step, one.channel, number(static_cast<std::uint32_t>(one.what)),
                     one.on ? number(one.on->days(), 36) : "", one.number, number(one.turn, 36)});
  }
  return std::string(kMark) + base64(sum_of(bytes) + bytes);
}

std::optional<SavedSession> read_session_token(std::string_view token) {
  if (!token.starts_with(kMark)) return std::nullopt;
  const std::optional<std::string> read = read_base64(token.substr(kMark.size()));
  if (!read || read->size() < kSumBytes) return std::nullopt;
  const std::string_view bytes = std::string_view(*read).substr(kSumBytes);
  if (sum_of(bytes) != read->substr(0, kSumBytes)) return std::nullopt;
  SavedSession saved;
  const std::vector<std::string_view> entries = split(bytes, kEntry);
  const std::vector<std::string_view> head = split(entries.front(), kField);
  if (head.size() != 3 || !read_number(head[2], saved.fingerprint, 36)) return std::nullopt;
  saved.knowledge = head[0];
  saved.version = head[1];
  for (std::size_t i = 1; i < entries.size(); ++i) {
    const std::vector<std::string_view> fields = split(entries[i], kField);
    if (fields.front() == "f") {
      if (!read_answer(fields, saved.given.emplace_back())) return std::nullopt;
    } else if (fields.front() == "e") {
      if (!read_event(fields, saved.events.emplace_back())) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  return saved;
}

}  // namespace zhilu
