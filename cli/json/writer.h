// SPDX-License-Identifier: MIT
// Writes JSON straight into a string: no tree, no allocation but that of the string.
//
// Use it for everything that is printed; reader.h reads. The caller closes what it opens; commas are put
// where they belong.
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace zhilu {

class JsonWriter {
 public:
  /// Appends to `out`, which must outlive the writer. What is written stands in `out` when the outermost
  /// value is closed, or the writer ends; until then nobody else touches it.
  explicit JsonWriter(std::string& out) : out_(out) {}
  ~JsonWriter() { finish(); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  /// The name of the next value. REQUIRES: an object is open. `name` needs no escaping (it is written as it
  /// is).
  void key(std::string_view name) {
    char* to = room(name.size() + 4);
    *to = ',';
    to += first_ ? 0 : 1;
    *to++ = '"';
    std::memcpy(to, name.data(), name.size());
    to += name.size();
    *to++ = '"';
    *to++ = ':';
    at_ = to;
    first_ = true;
  }

  /// A string; quotes, backslashes and control characters are escaped, malformed UTF-8 becomes U+FFFD.
  void string(std::string_view value);
  /// The same for a text known to be well-formed, without looking at every byte of it. REQUIRES: UTF-8.
  void well_formed(std::string_view value);
  template <std::integral T>
  void integer(T value) {
    constexpr std::size_t kMost = 24;
    separate();
    char* to = room(kMost);
    at_ = std::to_chars(to, to + kMost, value).ptr;
  }
  void boolean(bool value) { literal(value ? "true" : "false"); }
  void null() { literal("null"); }
  /// A number, true, false or null that is already JSON.
  void literal(std::string_view json) {
    separate();
    put(json);
  }

  /// Any piece of JSON. What follows is written as if behind a key (`open`: no comma is due) or a value.
  void piece(std::string_view json, bool open) {
    put(json);
    first_ = open;
  }
  /// Writes the comma before a value, if one is due; piece() writes none.
  void separate() {
    char* to = room(1);
    *to = ',';
    at_ = to + (first_ ? 0 : 1);
    first_ = false;
  }
  /// Bytes so far, with what stood in `out` before.
  std::size_t size() const { return at_ == nullptr ? out_.size() : place(); }

 private:
  void open(char bracket) {
    separate();
    *room(1) = bracket;
    ++at_;
    first_ = true;
    ++depth_;
  }
  void close(char bracket) {
    *room(1) = bracket;
    ++at_;
    first_ = false;
    if (--depth_ == 0) finish();
  }
  void put(std::string_view bytes) {
    if (bytes.empty()) return;
    std::memcpy(room(bytes.size()), bytes.data(), bytes.size());
    at_ += bytes.size();
  }

  // Where the next bytes go; there is room for `size` of them.
  char* room(std::size_t size) {
    if (static_cast<std::size_t>(end_ - at_) < size) grow(size);
    return at_;
  }
  void grow(std::size_t size);
  void finish();
  std::size_t place() const { return static_cast<std::size_t>(at_ - out_.data()); }

  std::string& out_;
  // The string is made longer in steps and cut at the end: [at_, end_) is room in it. Null: all is cut.
  char* at_ = nullptr;
  char* end_ = nullptr;
  int depth_ = 0;
  /// True where no comma is due: at the start, behind an opening bracket and behind a key.
  bool first_ = true;
};

}  // namespace zhilu
