// SPDX-License-Identifier: MIT
#include "cli/json/session_json.h"

#include <doctest/doctest.h>

using namespace zhilu;

namespace {

SavedSession sample() {
  SavedSession saved;
  saved.knowledge = "样例";
  saved.version = "1.0";
  saved.fingerprint = 0xfedcba9876543210;
  saved.given.push_back(
      {.fact = "issues", .value = "fraud,-phishing", .from = Origin::Text, .on = Date::from_days(20'000)});
  saved.given.push_back({.fact = "note",
                         .value = "\"引\\号\"\n",
                         .from = Origin::Answer,
                         .on = Date::from_days(20'001),
                         .turn = 1});
  saved.given.push_back({.fact = "issues", .value = "", .on = Date::from_days(20'001), .turn = 2});
  saved.events.push_back(
      {.step = "", .channel = "police", .what = EventKind::Accepted, .number = "A1", .turn = 1});
  saved.events.push_back({.step = "ask", .channel = "", .on = Date::from_days(3), .number = "", .turn = 2});
  saved.steps.push_back({"ask", "do"});
  return saved;
}

bool same(const SavedSession& a, const SavedSession& b) {
  if (a.given.size() != b.given.size() || a.events.size() != b.events.size()) return false;
  for (std::size_t i = 0; i < a.given.size(); ++i) {
    const SavedAnswer& x = a.given[i];
    const SavedAnswer& y = b.given[i];
    if (x.fact != y.fact || x.value != y.value || x.from != y.from || x.on != y.on || x.turn != y.turn)
      return false;
  }
  for (std::size_t i = 0; i < a.events.size(); ++i) {
    const SavedEvent& x = a.events[i];
    const SavedEvent& y = b.events[i];
    if (x.step != y.step || x.channel != y.channel || x.what != y.what || x.on != y.on ||
        x.number != y.number || x.turn != y.turn) {
      return false;
    }
  }
  return a.knowledge == b.knowledge && a.version == b.version && a.fingerprint == b.fingerprint;
}

}  // namespace

TEST_CASE("a saved interview is read back as it was, from its document and from its token") {
  const std::string text = session_json(sample());
  const Result<SavedSession> read = read_session(text, Tongue::Chinese);
  REQUIRE(read.has_value());
  CHECK(same(*read, sample()));
  CHECK(read->steps.size() == 1);

  SavedSession last = sample();
  // A token keeps only what counts in the end; here `issues` was taken back.
  last.given.erase(last.given.begin());
  last.given.erase(last.given.begin() + 1);
  const Result<SavedSession> token = read_session(" " + session_token(sample()) + "\n", Tongue::Chinese);
  REQUIRE(token.has_value());
  CHECK(same(*token, last));
}

TEST_CASE("what is no saved interview is refused, wherever it is cut or changed, and nothing crashes") {
  const std::string text = session_json(sample());
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    CHECK_FALSE(read_session(text.substr(0, i), Tongue::Chinese).has_value());
  }
  for (const char* wrong : {"{}", "[]", "{\"session\":\"2\"}", "{\"session\":\"1\",\"knowledge\":3}", "z1.",
                            "z1.AAAA", "hello"}) {
    CAPTURE(wrong);
    CHECK_FALSE(read_session(wrong, Tongue::English).has_value());
  }
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string other = text;
    other.replace(other.find(from), from.size(), to);
    return read_session(other, Tongue::Chinese).has_value();
  };
  CHECK_FALSE(changed("\"turn\":0", "\"turn\":-1"));
  CHECK_FALSE(changed("\"turn\":0", "\"turn\":99999999999"));
  CHECK_FALSE(changed("\"turn\":0", "\"turn\":2"));
  CHECK_FALSE(changed("\"from\":\"text\"", "\"from\":\"hearsay\""));
  CHECK_FALSE(changed("\"fedcba9876543210\"", "\"xyz\""));
  CHECK_FALSE(changed("\"on\":\"2024-10-04\"", "\"on\":\"2024-13-04\""));
}
