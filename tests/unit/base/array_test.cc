// SPDX-License-Identifier: MIT
// Str, Array, NameMap and Maybe: on the heap, in an arena, and moved with the arena's bytes.
#include "engine/base/array.h"

#include <doctest/doctest.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/arena.h"
#include "engine/base/maybe.h"
#include "engine/base/name_map.h"
#include "engine/base/str.h"

namespace zhilu {
namespace {

struct Thing {
  Str name;
  Array<Str> parts;
  Maybe<int> count;
  NameMap<Array<std::uint32_t>> numbers;
  Unplaced<std::shared_ptr<const std::string>> note;
};

Thing some_thing() {
  Thing thing{.name = "名字", .parts = {"a", "", "a long text, a long text"}, .count = 7};
  thing.numbers["one"] = {1};
  thing.numbers["many"] = {1, 2, 3};
  for (std::uint32_t i = 0; i < 100; ++i) thing.numbers["n" + std::to_string(i)].push_back(i);
  thing.note = std::make_shared<const std::string>("note");
  return thing;
}

void check_thing(const Thing& thing) {
  CHECK(thing.name == "名字");
  REQUIRE(thing.parts.size() == 3);
  CHECK(thing.parts[0] == "a");
  CHECK(thing.parts[1].empty());
  CHECK(thing.parts.back() == "a long text, a long text");
  CHECK(*thing.count == 7);
  CHECK(thing.numbers.size() == 102);
  CHECK(thing.numbers.at("many") == Array<std::uint32_t>{1, 2, 3});
  CHECK(thing.numbers.at("n99") == Array<std::uint32_t>{99});
  CHECK(!thing.numbers.contains("n100"));
  CHECK(!thing.numbers.contains(""));
}

/// An arena's bytes at another address.
std::vector<std::max_align_t> moved(const Arena& arena) {
  const std::span<const std::byte> bytes = arena.bytes();
  std::vector<std::max_align_t> copy(bytes.size() / sizeof(std::max_align_t) + 1);
  std::memcpy(static_cast<void*>(copy.data()), bytes.data(), bytes.size());
  return copy;
}

}  // namespace

TEST_CASE("an array grows, shrinks and is copied like a vector") {
  Array<Str> list = {"b", "a"};
  for (int i = 0; i < 50; ++i) list.push_back(list.front());
  CHECK(list.size() == 52);
  CHECK(list.back() == "b");
  list.erase(list.begin() + 2, list.end());
  list.insert(list.begin(), "c");
  CHECK(list == Array<Str>{"c", "b", "a"});
  Array<Str> copy = list;
  copy.pop_back();
  copy.resize(4, "d");
  CHECK(copy == Array<Str>{"c", "b", "d", "d"});
  CHECK(list == Array<Str>{"c", "b", "a"});
  const Array<Str> taken = std::move(list);
  CHECK(taken.size() == 3);
  CHECK(list.empty());
  CHECK(erase_if(copy, [](const Str& text) { return text == "d"; }) == 2);
  CHECK(copy == Array<Str>{"c", "b"});
}

TEST_CASE("a text is joined and compared with every kind of text") {
  const Str text = "ab";
  CHECK(text + "c" + Str("d") == "abcd");
  CHECK(std::string("x") + text == "xab");
  CHECK('x' + text + 'y' == "xaby");
  CHECK(text == std::string("ab"));
  CHECK(text == std::string_view("ab"));
  CHECK(text < Str("b"));
  CHECK(text < std::string("b"));
  CHECK(std::string(text) == "ab");
}

TEST_CASE("what is placed is the same thing wherever its bytes are") {
  const Thing thing = some_thing();
  Arena arena;
  const Thing* placed = arena.place(thing);
  check_thing(*placed);
  CHECK(placed->note == nullptr);
  const std::vector<std::max_align_t> bytes = moved(arena);
  const auto* again = reinterpret_cast<const Thing*>(bytes.data());
  check_thing(*again);
  // A copy owns what it has.
  auto copy = std::make_unique<Thing>(*again);
  copy->parts.push_back("more");
  copy->parts.erase(copy->parts.end() - 1, copy->parts.end());
  check_thing(*copy);
  // A copy that refers has nothing of its own.
  const Referring referring;
  const Thing view = *again;
  check_thing(view);
  CHECK(view.parts.data() == again->parts.data());
}

TEST_CASE("placing the same thing twice gives the same bytes, and equal texts once") {
  const Thing thing = some_thing();
  Arena a;
  Arena b;
  a.place(thing);
  b.place(some_thing());
  REQUIRE(a.bytes().size() == b.bytes().size());
  CHECK(std::memcmp(a.bytes().data(), b.bytes().data(), a.bytes().size()) == 0);
  CHECK(a.keep("some text") == a.keep(std::string("some ") + "text"));
}

TEST_CASE("a value that may be missing says so") {
  CHECK(!Maybe<int>());
  CHECK(Maybe<int>().value_or(3) == 3);
  CHECK(Maybe<int>(std::optional(4)) == Maybe<int>(4));
  CHECK(std::optional<int>(Maybe<int>()) == std::nullopt);
}

}  // namespace zhilu
