// SPDX-License-Identifier: MIT
#include "engine/locale/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

// Pairs of a traditional character and its simplified form, where the form is one character that does not
// depend on the word around it. Written by tests/unit/locale/fold_test.cc from ICU's Hant-Hans, which takes
// 40 ms to start.
constexpr char32_t kSimplified[] =
#include "engine/locale/simplified.inc"
    ;

// Pairs that the derivation leaves alone because the first also has uses of its own, which does not hurt
// comparison.
constexpr std::u32string_view kVariants = U"著着妳你";

struct Block {
  char32_t first;
  char32_t last;
};

// The blocks that hold anything that NFKC case folding changes. Left out are the unified ideographs and
// Hangul, which it leaves alone, and scripts that do not stand beside Chinese.
constexpr std::array<Block, 8> kFolded = {{
    {0x0000, 0x33FF},    // Latin, Greek, Cyrillic, punctuation, circled and squared forms.
    {0xA640, 0xABFF},    // Latin extended and other small blocks.
    {0xF900, 0xFFFF},    // Compatibility ideographs, full and half width, variation selectors.
    {0x10400, 0x104FF},  // Letters with case outside the basic plane.
    {0x1D400, 0x1D7FF},  // Mathematical letters and digits, used to dodge filters.
    {0x1F100, 0x1F2FF},  // Enclosed letters and ideographs.
    {0x2F800, 0x2FA1F},  // Compatibility ideographs.
    {0xE0000, 0xE01FF},  // Tags and variation selectors.
}};

// Marks that number a list.
constexpr std::array<Block, 6> kListMarks = {{
    {0x2460, 0x249B},
    {0x24EA, 0x24FF},
    {0x2776, 0x2793},
    {0x3220, 0x3229},
    {0x3280, 0x3289},
    {0x1F100, 0x1F10A},
}};

template <std::size_t N>
bool contains(const std::array<Block, N>& blocks, char32_t c) {
  return std::any_of(blocks.begin(), blocks.end(), [c](Block b) { return b.first <= c && c <= b.last; });
}

bool is_blank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_line_end(char32_t c) {
  return c == 0x0A || c == 0x0D || c == 0x85 || c == 0x2028 || c == 0x2029;
}

std::u32string normal_form(const icu::Normalizer2& normalizer, char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text = normalizer.normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  if (U_FAILURE(status)) return {c};
  std::u32string out;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    out.push_back(static_cast<char32_t>(text.char32At(i)));
  }
  return out;
}

}  // namespace

// An entry of 0 means "as it is"; page 0 is all zero and stands for every page that nothing changes. (U+0000
// folds to a blank, so nothing folds to 0.)
Folder::Folder() : index_(0x1100), pages_(256) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  for (const Block block : kFolded) {
    for (char32_t c = block.first; c <= block.last; ++c) {
      if (is_line_end(c)) {
        set(c, U"\n");
      } else if (is_blank(c) || contains(kListMarks, c)) {
        set(c, U" ");
      } else if (U_SUCCESS(status)) {
        const std::u32string form = normal_form(*normalizer, c);
        // The few that grow long are ligatures of other scripts; a bound keeps the folded text linear.
        if (form.size() <= 4) set(c, form);
      } else if (c >= 'A' && c <= 'Z') {
        set(c, std::u32string(1, c + ('a' - 'A')));
      }
    }
  }
  for (const std::u32string_view pairs : {std::u32string_view(kSimplified), kVariants}) {
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) set(pairs[i], pairs.substr(i + 1, 1));
  }
  // What folds to a traditional ideograph (compatibility forms, circled ideographs) goes on to the simplified
  // one.
  for (std::uint32_t& e : pages_) {
    if (e != 0 && e < kGone && entry(e) != 0 && entry(e) < kGone) e = entry(e);
  }
}

void Folder::set(char32_t c, std::u32string_view folded) {
  if (folded.size() == 1 && folded[0] == c) return;
  if (index_[c >> 8] == 0) {
    index_[c >> 8] = static_cast<std::uint16_t>(pages_.size() >> 8);
    pages_.resize(pages_.size() + 256, 0);
  }
  std::uint32_t value = kGone;
  if (folded.size() == 1) {
    value = folded[0];
  } else if (folded.size() > 1) {
    value = kMany + static_cast<std::uint32_t>(many_.size() * 8 + folded.size());
    many_.append(folded.begin(), folded.end());
  }
  pages_[(std::size_t{index_[c >> 8]} << 8) + (c & 0xFF)] = value;
}

void Folder::fold(std::string_view text, std::size_t max_characters, FoldedText& out) const {
  // The tables of entry(), looked up once and not for every character.
  const std::uint16_t* index = index_.data();
  const std::uint32_t* pages = pages_.data();
  // INVARIANT: there is room for one folded character for each character that is still to come.
  const std::size_t likely = std::min(max_characters, text.size());
  out.characters.resize(likely);
  out.places.resize(likely);
  char32_t* characters = out.characters.data();
  FoldedPlace* places = out.places.data();
  std::size_t at = 0;
  std::size_t size = 0;
  std::size_t n = 0;
  for (; at < text.size() && n < max_characters; ++n) {
    const CodePoint c = decode_at(text, at);
    const FoldedPlace place = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + c.size)};
    at += c.size;
    const std::uint32_t folded = pages[(std::size_t{index[c.value >> 8]} << 8) + (c.value & 0xFF)];
    if (folded < kGone) {
      characters[size] = folded == 0 ? c.value : folded;
      places[size++] = place;
    } else if (folded >= kMany) {
      const std::size_t count = folded & 7;
      out.characters.resize(out.characters.size() + count - 1);
      out.places.resize(out.places.size() + count - 1);
      characters = out.characters.data();
      places = out.places.data();
      std::copy_n(many_.data() + ((folded - kMany) >> 3), count, characters + size);
      std::fill_n(places + size, count, place);
      size += count;
    }
  }
  out.characters.resize(size);
  out.places.resize(size);
  out.complete = at == text.size();
}

std::u32string Folder::fold(std::string_view text) const {
  FoldedText out;
  fold(text, text.size(), out);
  return std::move(out.characters);
}

}  // namespace zhilu
