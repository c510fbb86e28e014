// SPDX-License-Identifier: MIT
#include "engine/understand/web_address.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

// Top levels of countries, two letters each.
constexpr std::u32string_view kCountries =
    U"ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by "
    U"bz ca "
    U"cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk "
    U"fm fo "
    U"fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is "
    U"it je "
    U"jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm "
    U"mn mo "
    U"mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr "
    U"ps pt "
    U"pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th "
    U"tj tk "
    U"tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";
constexpr std::u32string_view kGeneric =
    U"com net org edu gov mil int info biz name pro mobi asia tel xxx aero coop museum jobs travel cat "
    U"post top xyz vip club shop site online store tech website space live fun icu link wang work ltd "
    U"group art cloud app dev page blog news media video photo pics game games play run fit life love "
    U"team today world zone center email company network agency digital studio design academy school "
    U"university college training education institute bank finance money loan credit fund trade market "
    U"markets exchange cash pay tax law legal help support guide wiki chat social press review reviews "
    U"host hosting domains solutions services systems software computer phone mobile red blue green "
    U"pink black kim ink bid win download stream science party racing date faith cricket men webcam "
    U"accountant city land house homes rent estate realty hotel holiday tours cafe bar restaurant food "
    U"pizza beer wine coffee fashion beauty clothing shoes jewelry toys gift gifts health care clinic "
    U"dental doctor hospital yoga auto autos car cars bike taxi parts energy solar farm garden pet dog "
    U"fish ceo boss inc llc gmbh one plus max cool best gold rich luxury aws google baidu taobao weibo "
    U"alipay";

bool is_listed(std::u32string_view word, std::u32string_view list) {
  for (std::size_t at = list.find(word); at != std::u32string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == U' ') && (end == list.size() || list[end] == U' ')) return true;
  }
  return false;
}

bool is_label_character(char32_t c) {
  return is_ascii_alphanumeric(c) || c == U'-' || c == U'_';
}

bool is_path_character(char32_t c) {
  return is_ascii_alphanumeric(c) || is_one_of(c, U"-._~:/?#[]@!$&()*+,;=%");
}

/// Behind the name `a.b.c` at `i`; `last_dot` is the place of its last point, 0 if it has none.
std::size_t name_end(std::u32string_view text, std::size_t i, std::size_t& last_dot) {
  last_dot = 0;
  std::size_t end = i;
  while (end < text.size()) {
    if (is_label_character(text[end])) {
      ++end;
    } else if (text[end] == U'.' && end > i && text[end - 1] != U'.' &&
               is_label_character(char_at(text, end + 1))) {
      last_dot = end;
      ++end;
    } else {
      break;
    }
  }
  return end;
}

/// Port, path, query and mark behind a host that ends at `i`, without closing punctuation.
std::size_t address_end(std::u32string_view text, std::size_t i) {
  std::size_t end = i;
  if (char_at(text, end) == U':' && is_ascii_digit(char_at(text, end + 1))) {
    ++end;
    while (is_ascii_digit(char_at(text, end))) ++end;
  }
  if (is_one_of(char_at(text, end), U"/?#")) {
    while (end < text.size() && is_path_character(text[end])) ++end;
    while (is_one_of(text[end - 1], U".,;:!?)]")) --end;
  }
  return end;
}

/// Behind `http://` and the like at `i`; 0 if none stands there.
std::size_t behind_scheme(std::u32string_view text, std::size_t i) {
  for (const std::u32string_view scheme : {U"https://", U"http://", U"ftp://", U"ftps://"}) {
    if (stands_at(text, i, scheme)) return i + scheme.size();
  }
  return 0;
}

bool is_known_top_level(std::u32string_view name) {
  return is_listed(name, name.size() == 2 ? kCountries : kGeneric);
}

/// 7.am and 11.pm tell the time.
bool is_clock(std::u32string_view text, std::size_t begin, std::size_t dot, std::size_t end) {
  if (end - dot != 3 || text[dot + 2] != U'm' || !is_one_of(text[dot + 1], U"ap")) return false;
  int hour = 0;
  for (std::size_t i = begin; i < dot; ++i) {
    if (!is_ascii_digit(text[i]) || hour > 12) return false;
    hour = 10 * hour + static_cast<int>(text[i] - U'0');
  }
  return hour <= 12;
}

std::optional<WebAddress> read_address(std::u32string_view text, std::size_t at) {
  std::size_t dot = 0;
  if (const std::size_t host = behind_scheme(text, at)) {
    const std::size_t end = name_end(text, host, dot);
    if (end == host || (dot == 0 && text.substr(host, end - host) != U"localhost")) return std::nullopt;
    return WebAddress{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(address_end(text, end))};
  }
  const std::size_t end = name_end(text, at, dot);
  // A name behind :// has a scheme of its own that is none of these; one before or behind @ is of a mailbox.
  if (dot == 0 || char_at(text, end) == U'@' || (at > 0 && is_one_of(text[at - 1], U"@/.")))
    return std::nullopt;
  if (!is_known_top_level(text.substr(dot + 1, end - dot - 1)) || is_clock(text, at, dot, end)) {
    return std::nullopt;
  }
  return WebAddress{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(address_end(text, end))};
}

}  // namespace

void find_web_addresses(std::u32string_view text, std::vector<WebAddress>& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    if (!is_label_character(text[i])) {
      ++i;
      continue;
    }
    if (const std::optional<WebAddress> found = read_address(text, i)) {
      out.push_back(*found);
      i = found->end;
      continue;
    }
    // A name is an address from its beginning or not at all.
    std::size_t dot = 0;
    const std::size_t scheme = behind_scheme(text, i);
    i = std::max(scheme, name_end(text, i, dot));
    while (i < text.size() && is_one_of(text[i], U"@.")) ++i;
    if (i > 0 && text[i - 1] == U'@') {
      while (i < text.size() && (is_label_character(text[i]) || text[i] == U'.')) ++i;
    }
  }
}

}  // namespace zhilu
