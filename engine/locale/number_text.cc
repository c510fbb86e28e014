// SPDX-License-Identifier: MIT
#include "engine/locale/number_text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace zhilu {
namespace {

// The canonical digits in groups of three, with at least `decimals` digits behind the point if there is one.
std::string grouped(const Decimal& value, std::size_t decimals) {
  const std::string digits = value.to_string();
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string out = digits.substr(0, sign);
  for (std::size_t i = sign; i < point; ++i) {
    if (i > sign && (point - i) % 3 == 0) out.push_back(',');
    out.push_back(digits[i]);
  }
  if (point == digits.size()) return out;
  out.append(digits, point);
  for (std::size_t n = digits.size() - point - 1; n < decimals; ++n) out.push_back('0');
  return out;
}

std::string money_digits(const Decimal& yuan) {
  return grouped(yuan, 2);
}

// What stands before and behind a number.
struct Frame {
  std::string_view before;
  std::string_view after;
};

struct Frames {
  std::string_view yuan;
  Frame about;
  Frame at_least;
  Frame at_most;
};

const Frames& frames_of(Language language) {
  static constexpr std::array<Frames, 3> kFrames = {{
      {" 元", {"约 ", ""}, {"", "以上"}, {"不超过 ", ""}},
      {" 元", {"約 ", ""}, {"", "以上"}, {"不超過 ", ""}},
      {" yuan", {"about ", ""}, {"over ", ""}, {"up to ", ""}},
  }};
  return kFrames[static_cast<std::size_t>(language)];
}

std::string framed(const Frame& frame, std::string number) {
  // A digit and a Chinese word are kept apart by a blank: 3 以上, but 3,000 元以上.
  const bool blank = !frame.after.empty() && !number.empty() && number.back() >= '0' && number.back() <= '9';
  return std::string(frame.before).append(number).append(blank ? " " : "").append(frame.after);
}

std::string in_words(const Bounds& bounds, Language language, std::string_view unit,
                     const std::function<std::string(const Decimal&)>& write) {
  const Frames& frames = frames_of(language);
  if (!bounds.bounded) return framed(frames.at_least, write(bounds.low).append(unit));
  std::string number = write(bounds.high).append(unit);
  if (bounds.low != bounds.high) {
    if (bounds.low.is_zero() && !bounds.approximate) return framed(frames.at_most, std::move(number));
    number = write(bounds.low).append("–").append(number);
  }
  return bounds.approximate ? framed(frames.about, std::move(number)) : number;
}

}  // namespace

std::string number_text(const Decimal& value) {
  return grouped(value, 0);
}

std::string range_text(const Bounds& bounds, Language language) {
  return in_words(bounds, language, "", number_text);
}

std::string range_text(const Bounds& bounds, Language language,
                       const std::function<std::string(const Decimal&)>& write) {
  return in_words(bounds, language, "", write);
}

std::string amount_text(const Decimal& yuan, Language language) {
  return amount_text(Bounds::exactly(yuan), language);
}

std::string amount_text(const Bounds& yuan, Language language) {
  return in_words(yuan, language, frames_of(language).yuan, money_digits);
}

}  // namespace zhilu
