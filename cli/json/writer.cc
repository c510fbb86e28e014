// SPDX-License-Identifier: MIT
#include "cli/json/writer.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

// How much longer the string is made at a time.
constexpr std::size_t kStep = 4096;

constexpr std::string_view kHex = "0123456789abcdef";

// The longest escape of a byte, \u001f.
constexpr std::size_t kLongestEscape = 6;

char* put_escaped(char* to, char c) {
  *to++ = '\\';
  switch (c) {
    case '"':
    case '\\':
      *to++ = c;
      return to;
    case '\n':
      *to++ = 'n';
      return to;
    case '\r':
      *to++ = 'r';
      return to;
    case '\t':
      *to++ = 't';
      return to;
    default: {
      const auto byte = static_cast<unsigned char>(c);
      for (const char next : {'u', '0', '0', kHex[byte >> 4], kHex[byte & 15]}) *to++ = next;
      return to;
    }
  }
}

bool must_be_escaped(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == '"' || byte == '\\';
}

using Word = std::uint64_t;
constexpr std::size_t kWord = sizeof(Word);
// Sixteen bytes that are looked at together.
using Bytes = unsigned char __attribute__((vector_size(16)));
constexpr std::size_t kBytes = sizeof(Bytes);

// Marks the bytes of `word` that must be escaped; those before the first mark need none.
std::uint64_t escapes_in(std::uint64_t word) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  // The high bit of a byte says that it was below the one taken away, unless it was high itself.
  const auto below = [](std::uint64_t value, std::uint64_t bound) {
    return (value - kOnes * bound) & ~value;
  };
  const std::uint64_t found =
      below(word, 0x20) | below(word ^ kOnes * '"', 1) | below(word ^ kOnes * '\\', 1);
  return found & kOnes * 0x80;
}

// Copies `text` block by block, the last one overlapping; true if a byte of it must be escaped.
// REQUIRES: text.size() >= sizeof(Block).
template <class Block, class Found>
bool copy_blocks(std::string_view text, char* to, const Found& found_in) {
  Block found{};
  const auto copy = [&](std::size_t at) {
    Block block;
    std::memcpy(&block, text.data() + at, sizeof block);
    std::memcpy(to + at, &block, sizeof block);
    found |= found_in(block);
  };
  const std::size_t last = text.size() - sizeof(Block);
  for (std::size_t at = 0; at < last; at += sizeof(Block)) copy(at);
  copy(last);
  Word words[(sizeof found + kWord - 1) / kWord] = {};
  std::memcpy(words, &found, sizeof found);
  Word any = 0;
  for (const Word word : words) any |= word;
  return any != 0;
}

// The same for a text of one block to two, at most a word in all: its beginning and its end.
template <class Block>
bool copy_ends(std::string_view text, char* to) {
  const std::size_t last = text.size() - sizeof(Block);
  // What is left over holds nothing to be escaped.
  char both[kWord] = {'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a'};
  std::memcpy(both, text.data(), sizeof(Block));
  std::memcpy(both + sizeof(Block), text.data() + last, sizeof(Block));
  std::memcpy(to, both, sizeof(Block));
  std::memcpy(to + last, both + sizeof(Block), sizeof(Block));
  Word word = 0;
  std::memcpy(&word, both, sizeof word);
  return escapes_in(word) != 0;
}

bool copy_and_look(std::string_view text, char* to) {
  if (text.size() >= kBytes) {
    return copy_blocks<Bytes>(text, to, [](Bytes bytes) {
      return static_cast<Bytes>((bytes < 0x20) | (bytes == '"') | (bytes == '\\'));
    });
  }
  if (text.size() >= kWord) return copy_blocks<Word>(text, to, escapes_in);
  if (text.size() >= sizeof(std::uint32_t)) return copy_ends<std::uint32_t>(text, to);
  if (text.size() >= sizeof(std::uint16_t)) return copy_ends<std::uint16_t>(text, to);
  if (text.empty()) return false;
  *to = text.front();
  return must_be_escaped(text.front());
}

}  // namespace

void JsonWriter::string(std::string_view value) {
  separate();
  char* to = room(value.size() * kLongestEscape + 2);
  *to++ = '"';
  for (std::size_t i = 0; i < value.size();) {
    const CodePoint c = decode_at(value, i);
    if (c.size == 1 && c.value >= 0x80) {
      for (const char byte : {'\xEF', '\xBF', '\xBD'}) *to++ = byte;
    } else if (c.size == 1 && must_be_escaped(value[i])) {
      to = put_escaped(to, value[i]);
    } else {
      for (std::size_t k = 0; k < c.size; ++k) *to++ = value[i + k];
    }
    i += c.size;
  }
  *to++ = '"';
  at_ = to;
}

void JsonWriter::well_formed(std::string_view value) {
  char* to = room(value.size() + 3);
  *to = ',';
  to += first_ ? 0 : 1;
  *to++ = '"';
  if (copy_and_look(value, to)) return string(value);
  to += value.size();
  *to++ = '"';
  at_ = to;
  first_ = false;
}

void JsonWriter::grow(std::size_t size) {
  const std::size_t used = this->size();
  const std::size_t wanted = used + std::max(size, kStep);
  // So that a string that is too short becomes twice as long.
  if (wanted > out_.capacity()) out_.reserve(std::max(wanted, 2 * out_.capacity()));
  out_.resize(wanted);
  at_ = out_.data() + used;
  end_ = out_.data() + wanted;
}

void JsonWriter::finish() {
  if (at_ == nullptr) return;
  out_.resize(place());
  at_ = end_ = nullptr;
}

}  // namespace zhilu
