// SPDX-License-Identifier: MIT
#include "engine/dates/openings.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/base/character_set.h"
#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

/// A character that times begin with, and what may follow it.
struct Opening {
  char32_t first;
  std::u32string_view seconds;
};

constexpr std::u32string_view kFigures = U"0123456789零〇一二三四五六七八九十两廿卅壹贰叁肆伍陆柒捌玖拾半几";

constexpr auto kUnsorted = std::to_array<Opening>({
    {U'上', U"上个周月星礼午半世一年季"},
    {U'下', U"下个周月星礼午半世一年季"},
    {U'大', U"前后年约概"},
    {U'小', U"年"},
    {U'本', U"周月年季星礼"},
    {U'这', U"周个一月年季星礼会半"},
    {U'今', U"天日年晚早晨夜儿后"},
    {U'昨', U"天日晚夜儿早"},
    {U'明', U"天日年晚早晨儿"},
    {U'去', U"年"},
    {U'当', U"下"},
    {U'最', U"后近多长少"},
    {U'周', U"一二三四五六日天末123456"},
    {U'星', U"期"},
    {U'礼', U"拜"},
    {U'正', U"月午统德"},
    {U'腊', U"月八"},
    {U'冬', U"月天季"},
    {U'农', U"历"},
    {U'阴', U"历"},
    {U'旧', U"历"},
    {U'月', U"初中底末上下"},
    {U'年', U"初中底末"},
    {U'早', U"上间晨0123456789零〇一二两三四五六七八九十"},
    {U'晚', U"上间0123456789零〇一二两三四五六七八九十"},
    {U'中', U"午秋元"},
    {U'凌', U"晨"},
    {U'清', U"晨明"},
    {U'夜', U"里晚间"},
    {U'深', U"夜"},
    {U'傍', U"晚"},
    {U'午', U"后夜"},
    {U'差', U"不点零一二两三四五六七八九十0123456789"},
    {U'可', U"能"},
    {U'也', U"许"},
    {U'不', U"超多到"},
    {U'多', U"过"},
    {U'少', U"于"},
    {U'超', U"过出"},
    {U'短', U"过"},
    {U'长', U"过"},
    {U'将', U"近"},
    {U'快', U"要"},
    {U'接', U"近下"},
    {U'至', U"少"},
    {U'起', U"码"},
    {U'过', U"去年"},
    {U'未', U"来"},
    {U'之', U"前后"},
    {U'此', U"前刻"},
    {U'每', U"年月周天日小时星礼季分秒个隔晚早 0123456789零〇一二两三四五六七八九十"},
    {U'从',
     U"去今上本前昨明后早晚周星礼大年月这农春夏秋冬凌下中清半国元五 0123456789零〇一二两三四五六七八九十"},
    {U'自', U"从打去今上本前昨这 0123456789零〇一二两三四五六七八九十"},
    {U'截', U"止至"},
    {U'直', U"到至"},
    {U'现', U"在"},
    {U'马', U"上"},
    {U'立', U"刻"},
    {U'刚', U"刚才"},
    {U'春', U"天季节夏秋冬"},
    {U'夏', U"天季"},
    {U'秋', U"天季"},
    {U'元', U"旦宵"},
    {U'新', U"年"},
    {U'情', U"人"},
    {U'女', U"生"},
    {U'妇', U"女"},
    {U'植', U"树"},
    {U'消', U"费"},
    {U'愚', U"人"},
    {U'劳', U"动"},
    {U'青', U"年"},
    {U'儿', U"童"},
    {U'建', U"党军文"},
    {U'教', U"师"},
    {U'国', U"庆"},
    {U'万', U"圣历"},
    {U'光', U"棍绪"},
    {U'双', U"十1"},
    {U'平', U"安"},
    {U'圣', U"诞"},
    {U'跨', U"年"},
    {U'母', U"亲"},
    {U'父', U"亲"},
    {U'感', U"恩"},
    {U'端', U"午"},
    {U'重', U"阳"},
    {U'除', U"夕"},
    {U'还', U"剩"},
    {U'贞', U"观"},
    {U'开', U"元"},
    {U'神', U"龙"},
    {U'天', U"宝顺启"},
    {U'洪', U"武"},
    {U'永', U"乐"},
    {U'宣', U"德统"},
    {U'景', U"泰"},
    {U'成', U"化"},
    {U'弘', U"治"},
    {U'嘉', U"靖庆"},
    {U'隆', U"庆"},
    {U'崇', U"祯"},
    {U'顺', U"治"},
    {U'康', U"熙"},
    {U'雍', U"正"},
    {U'乾', U"隆"},
    {U'道', U"光"},
    {U'咸', U"丰"},
    {U'同', U"治"},
    {U'民', U"国"},
});

constexpr auto kOpenings = [] {
  auto openings = kUnsorted;
  std::sort(openings.begin(), openings.end(),
            [](const Opening& a, const Opening& b) { return a.first < b.first; });
  return openings;
}();

/// 前 and 后 open words of their own and stand before figures; so do 近 and 约, only before figures.
constexpr std::u32string_view kBehindBefore = U"天日年晚半";

/// Characters that follow the figure of a time, or stand within it.
constexpr CharacterSet kBehindFigure(U"年月日号周天个点时分秒刻世旬季小工星礼钟:/-.—–~到至和与跟初\\");

constexpr CharacterSet kFigureCharacters(kFigures);
constexpr CharacterSet kInFigure(
    U"0123456789零〇一二三四五六七八九十两廿卅壹贰叁肆伍陆柒捌玖拾半几百千万多来余 ");
/// What begins times and is not among the openings.
constexpr CharacterSet kOtherFirsts = [] {
  CharacterSet firsts(U"前后近约第《半");
  firsts.add(kFigures);
  return firsts;
}();

/// Pairs of characters that times may begin with: most characters that begin times mostly begin other words.
/// Different pairs may share a bit.
class PairSet {
 public:
  constexpr PairSet() {
    for (const Opening& opening : kOpenings) {
      for (const char32_t second : opening.seconds) add(place(opening.first, second));
    }
  }
  constexpr bool may_hold(char32_t first, char32_t second) const {
    const std::size_t at = place(first, second);
    return (bits_[at / 64] >> (at % 64) & 1) != 0;
  }

 private:
  static constexpr std::size_t place(char32_t first, char32_t second) {
    return (first * 37 + second) % kPlaces;
  }
  constexpr void add(std::size_t at) { bits_[at / 64] |= std::uint64_t{1} << at % 64; }

  static constexpr std::size_t kPlaces = 8192;
  std::array<std::uint64_t, kPlaces / 64> bits_{};
};

constexpr PairSet kPairs;

/// A figure is followed by a unit of time, or by what joins figures of times.
bool is_figure_of_time(std::u32string_view text, std::size_t i) {
  constexpr std::size_t kLongestFigure = 12;
  std::size_t end = i;
  while (end < i + kLongestFigure && kInFigure.holds(char_at(text, end))) ++end;
  // 一个公司 counts no time.
  if (char_at(text, end) == U'个') return is_one_of(char_at(text, end + 1), U"半月星礼小钟工多来年季");
  return end == i + kLongestFigure || kBehindFigure.holds(char_at(text, end));
}

bool may_begin(std::u32string_view text, std::size_t i) {
  const char32_t c = text[i];
  const char32_t next = char_at(text, i + 1);
  if (c == U'半' && next == U'夜') return true;
  if (kFigureCharacters.holds(c)) return is_figure_of_time(text, i) || stands_at(text, i, U"618");
  if (c == U'《') return true;
  if (c == U'第') return char_at(text, i + 2) == U'季' || char_at(text, i + 2) == U'个';
  if (is_one_of(c, U"前后近约")) {
    return kFigureCharacters.holds(next) || next == U' ' || (c != U'约' && is_one_of(next, kBehindBefore));
  }
  const auto opening = std::lower_bound(kOpenings.begin(), kOpenings.end(), c,
                                        [](const Opening& o, char32_t value) { return o.first < value; });
  return opening != kOpenings.end() && opening->first == c && is_one_of(next, opening->seconds);
}

}  // namespace

std::size_t next_opening(std::u32string_view text, std::size_t i) {
  for (; i < text.size(); ++i) {
    const bool may = kOtherFirsts.holds(text[i]) | kPairs.may_hold(text[i], char_at(text, i + 1));
    if (may && may_begin(text, i)) return i;
  }
  return text.size();
}

}  // namespace zhilu
