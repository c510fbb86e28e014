// SPDX-License-Identifier: MIT
#include "engine/locale/script.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <mutex>

namespace zhilu {
namespace {

// What ICU's derivation writes, and what is right or usual. Found by reading the derived guidance.
struct Correction {
  std::u16string_view derived;
  std::u16string_view right;
};

constexpr std::array<Correction, 44> kCorrections = {{
    {u"盡快", u"儘快"}, {u"盡早", u"儘早"}, {u"答復", u"答覆"}, {u"回復", u"回覆"}, {u"重復", u"重複"},
    {u"復印", u"複印"}, {u"復制", u"複製"}, {u"復雜", u"複雜"}, {u"復查", u"複查"}, {u"划款", u"劃款"},
    {u"划轉", u"劃轉"}, {u"划扣", u"劃扣"}, {u"憑借", u"憑藉"}, {u"分布", u"分佈"}, {u"公布", u"公佈"},
    {u"發布", u"發佈"}, {u"咨詢", u"諮詢"}, {u"咨訊", u"資訊"}, {u"雇傭", u"僱傭"}, {u"雇用", u"僱用"},
    {u"衝正", u"沖正"}, {u"甚麼", u"什麼"}, {u"一周", u"一週"}, {u"兩周", u"兩週"}, {u"上周", u"上週"},
    {u"下周", u"下週"}, {u"本周", u"本週"}, {u"每周", u"每週"}, {u"周一", u"週一"}, {u"周二", u"週二"},
    {u"周三", u"週三"}, {u"周四", u"週四"}, {u"周五", u"週五"}, {u"周六", u"週六"}, {u"周日", u"週日"},
    {u"周末", u"週末"}, {u"精辟", u"精闢"}, {u"注冊", u"註冊"}, {u"注銷", u"註銷"}, {u"注明", u"註明"},
    {u"游戲", u"遊戲"}, {u"盡量", u"儘量"}, {u"越准", u"越準"}, {u"一並", u"一併"},
}};

// 里 is 裡, inside, but where it is a measure or part of a name.
constexpr std::u16string_view kBeforeMeasure = u"公英海千萬百鄰故阿巴";
constexpr std::u16string_view kBehindMeasure = u"程長弄巷斯約";

void correct_inside(icu::UnicodeString& text) {
  const auto stands_in = [&](int32_t at, std::u16string_view set) {
    return at >= 0 && at < text.length() && set.find(text.charAt(at)) != std::u16string_view::npos;
  };
  for (int32_t at = text.indexOf(u'里'); at >= 0; at = text.indexOf(u'里', at + 1)) {
    if (!stands_in(at - 1, kBeforeMeasure) && !stands_in(at + 1, kBehindMeasure)) text.setCharAt(at, u'裡');
  }
}

void correct(icu::UnicodeString& text) {
  for (const Correction& correction : kCorrections) {
    const icu::UnicodeString derived(correction.derived.data(),
                                     static_cast<int32_t>(correction.derived.size()));
    const icu::UnicodeString right(correction.right.data(), static_cast<int32_t>(correction.right.size()));
    text.findAndReplace(derived, right);
  }
  correct_inside(text);
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

struct TraditionalScript::Impl {
  std::unique_ptr<icu::Transliterator> transliterator;
  // ICU serializes rule-based transliteration inside by a global lock, but promises nothing about shared
  // objects.
  std::mutex mutex;
};

TraditionalScript::TraditionalScript() : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->transliterator.reset(icu::Transliterator::createInstance("Hans-Hant", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) impl_->transliterator.reset();
}

TraditionalScript::~TraditionalScript() = default;

bool TraditionalScript::is_available() const {
  return impl_->transliterator != nullptr;
}

std::string TraditionalScript::convert(std::string_view simplified) const {
  if (is_ascii(simplified) || !is_available()) return std::string(simplified);
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({simplified.data(), static_cast<int32_t>(simplified.size())});
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->transliterator->transliterate(text);
  }
  correct(text);
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace zhilu
