// SPDX-License-Identifier: MIT
#include "tests/unit/understand/small_knowledge.h"

#include <doctest/doctest.h>

#include "engine/base/files.h"
#include "engine/load/loader.h"

namespace zhilu::understand_test {
namespace {

void add_fact(Knowledge& knowledge, std::string id, FactKind kind,
              const std::vector<std::string>& options = {}) {
  Fact fact;
  fact.id = id;
  fact.kind = kind;
  for (const std::string& option : options) fact.options.push_back({option, {}, {}});
  knowledge.fact_index[std::move(id)] = knowledge.facts.push_back(std::move(fact));
}

}  // namespace

const Folder& folder() {
  static const Folder folder;
  return folder;
}

std::u32string folded(std::string_view text) {
  return folder().fold(text);
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

Knowledge small_knowledge() {
  Knowledge knowledge;
  add_fact(knowledge, "scope", FactKind::Choice, {"in", "out"});
  add_fact(knowledge, "issues", FactKind::Choices,
           {"refusal_or_delay", "induced_trading", "privacy_leak", "fraud", "account_theft", "phishing",
            "refund_dispute", "false_advertising", "minors_spending", "other"});
  add_fact(knowledge, "platform", FactKind::Choice, {"exchange", "wallet_payment", "ecommerce", "game"});
  add_fact(knowledge, "tried", FactKind::Choices,
           {"customer_service", "platform_complaint", "police", "hotline_12315"});
  add_fact(knowledge, "tried_result", FactKind::Choice, {"no_reply", "rejected", "pending"});
  add_fact(knowledge, "emergency", FactKind::Boolean, {"true", "false"});
  add_fact(knowledge, "evidence", FactKind::Choices, {"chat_log", "recording"});
  add_fact(knowledge, "loss_amount", FactKind::Money);
  add_fact(knowledge, "loss_crypto", FactKind::Text);
  add_fact(knowledge, "happened_on", FactKind::Date);
  add_fact(knowledge, "complained_on", FactKind::Date);
  add_fact(knowledge, "transfer_recent", FactKind::Boolean, {"true", "false"});
  knowledge.core.scope = knowledge.find_fact("scope");
  knowledge.core.issues = knowledge.find_fact("issues");
  knowledge.core.tried = knowledge.find_fact("tried");
  knowledge.core.tried_result = knowledge.find_fact("tried_result");
  knowledge.core.emergency = knowledge.find_fact("emergency");
  knowledge.core.loss_amount = knowledge.find_fact("loss_amount");
  knowledge.core.happened_on = knowledge.find_fact("happened_on");
  knowledge.core.complained_on = knowledge.find_fact("complained_on");
  return knowledge;
}

Word& add_word(Knowledge& knowledge, std::string_view fact, std::string_view option, std::string phrase) {
  Word word;
  word.fact = knowledge.find_fact(fact);
  REQUIRE(word.fact.is_set());
  const std::optional<std::uint32_t> index = knowledge.find_option(word.fact, option);
  REQUIRE(index.has_value());
  word.option = *index;
  word.phrase = std::move(phrase);
  return knowledge.words.emplace_back(std::move(word));
}

std::shared_ptr<const Knowledge> real_knowledge() {
  static const LoadResult loaded = load_knowledge(DiskFiles(ZHILU_SOURCE_DIR "/knowledge"));
  CHECK_MESSAGE(loaded.knowledge != nullptr, "the knowledge base has errors; see zhilu check");
  return loaded.knowledge;
}

}  // namespace zhilu::understand_test
