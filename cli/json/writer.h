// SPDX-License-Identifier: MIT
// Writes JSON straight into a string: no tree, no allocation but that of the string.
//
// Use it for everything that is printed; json_reader.h reads. The caller closes what it opens; commas are put
// where they belong.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhilu {

class JsonWriter {
 public:
  /// Appends to `out`, which must outlive the writer.
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  /// The name of the next value. REQUIRES: an object is open. `name` needs no escaping (it is written as it
  /// is).
  void key(std::string_view name);

  /// A string; quotes, backslashes and control characters are escaped, malformed UTF-8 becomes U+FFFD.
  void string(std::string_view value);
  /// The same for a text known to be well-formed, without looking at every byte of it. REQUIRES: UTF-8.
  void well_formed(std::string_view value);
  template <std::integral T>
  void integer(T value) {
    separate();
    out_ += std::to_string(value);
  }
  void boolean(bool value) { literal(value ? "true" : "false"); }
  void null() { literal("null"); }
  /// A number, true, false or null that is already JSON.
  void literal(std::string_view json) {
    separate();
    out_ += json;
  }

  /// Any piece of JSON. What follows is written as if behind a key (`open`: no comma is due) or a value.
  void piece(std::string_view json, bool open) {
    out_ += json;
    first_ = open;
  }
  /// Writes the comma before a value, if one is due; piece() writes none.
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  /// Takes it that a value was written, without writing one.
  void skip() { first_ = false; }
  /// Bytes so far, with what stood in `out` before.
  std::size_t size() const { return out_.size(); }

 private:
  void open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }

  std::string& out_;
  /// True where no comma is due: at the start, behind an opening bracket and behind a key.
  bool first_ = true;
};

}  // namespace zhilu
