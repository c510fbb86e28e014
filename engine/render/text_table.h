// SPDX-License-Identifier: MIT
// The texts of one knowledge base in one language: each is looked up, derived and compiled when it is first
// asked for, and kept.
//
// Used by words.cc only. Reading needs no lock.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/locale/message.h"
#include "engine/model/text.h"

namespace zhilu {

class TextTable {
 public:
  struct Entry {
    /// What it was made of; a text of the knowledge is found by its place and checked by these.
    std::string source;
    std::string key;
    /// The text itself where it has no placeholders.
    std::string text;
    /// Set where it has placeholders.
    std::optional<Message> message;
    /// True where the language has no translation.
    bool fell_back = false;
    const Entry* next = nullptr;
  };
  using Make = std::function<std::unique_ptr<Entry>(const Text&)>;

  TextTable() = default;
  ~TextTable();
  TextTable(const TextTable&) = delete;
  TextTable& operator=(const TextTable&) = delete;

  /// The entry of `text`; `make` gives its `text` or `message` the first time, which must not depend on
  /// anything but `text`. Grows with the number of different texts only, which the knowledge bounds.
  const Entry& at(const Text& text, const Make& make) const;

 private:
  static constexpr std::size_t kBuckets = 2048;
  mutable std::array<std::atomic<const Entry*>, kBuckets> buckets_ = {};
};

}  // namespace zhilu
