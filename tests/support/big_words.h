// SPDX-License-Identifier: MIT
// Chance and Chinese sentences for large knowledge bases (big_knowledge.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace zhilu::test {

/// Random numbers that are the same with every standard library.
class BigRandom {
 public:
  explicit BigRandom(std::uint32_t seed) : random_(seed) {}

  /// One of 0 … n - 1.
  std::size_t below(std::size_t n) { return random_() % n; }
  bool percent(std::size_t chance) { return below(100) < chance; }
  template <class T>
  const T& of(const std::vector<T>& items) {
    return items[below(items.size())];
  }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::mt19937 random_;
};

/// `核对付款凭证`: what a step is called.
inline std::string big_phrase(BigRandom& random) {
  static constexpr std::string_view kVerbs[] = {"整理", "保存", "核对", "提交", "填写", "打印",
                                                "拍下", "索取", "询问", "说明", "记下", "登录",
                                                "查询", "联系", "追问", "补交"};
  static constexpr std::string_view kThings[] = {
      "聊天记录", "付款凭证", "订单页面", "合同原件", "身份证件", "受理编号", "书面答复", "转账流水",
      "客服工号", "投诉页面", "退款进度", "账户明细", "通话录音", "宣传截图", "收款账号", "对方名称"};
  const std::string_view verb = kVerbs[random.below(std::size(kVerbs))];
  return std::string(verb) + std::string(kThings[random.below(std::size(kThings))]);
}

/// A sentence of some forty characters, without a full stop.
inline std::string big_sentence(BigRandom& random) {
  static constexpr std::string_view kTails[] = {"并注明日期",       "交给经办人",      "自己留一份副本",
                                                "写清时间和金额",   "不要改动原件",    "当面确认后再离开",
                                                "超过期限再催一次", "记下经办人的姓名"};
  std::string text = "先" + big_phrase(random) + "，再" + big_phrase(random) + "，";
  if (random.percent(40)) text += "有困难时可以请人帮忙" + big_phrase(random) + "，";
  return text + std::string(kTails[random.below(std::size(kTails))]);
}

}  // namespace zhilu::test
