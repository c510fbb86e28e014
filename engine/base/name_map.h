// SPDX-License-Identifier: MIT
// Things by name, in a table of the knowledge: found by hash, listed in the order in which they were added.
//
// Used where knowledge needs a map, so that knowledge can be placed as a whole (arena.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "engine/base/array.h"
#include "engine/base/str.h"

namespace zhilu {

/// FNV-1a. The same on every machine, because it decides where entries lie in a compiled knowledge file.
constexpr std::uint64_t hash_of_name(std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash ^ (hash >> 32);
}

template <class T>
class NameMap {
 public:
  /// Named like the parts of a std::pair, so that maps can be exchanged for one another.
  struct Entry {
    Str first;
    T second{};
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  NameMap() = default;
  NameMap(std::initializer_list<Entry> entries) {
    for (const Entry& entry : entries) (*this)[entry.first] = entry.second;
  }

  /// The entry of that name, or end().
  const Entry* find(std::string_view name) const {
    if (slots_.empty()) return end();
    for (std::size_t slot = hash_of_name(name);; ++slot) {
      const std::uint32_t index = slots_[slot & (slots_.size() - 1)];
      if (index == kFree) return end();
      if (entries_[index - 1].first == name) return &entries_[index - 1];
    }
  }
  bool contains(std::string_view name) const { return find(name) != end(); }

  /// What has that name. REQUIRES: something has.
  const T& at(std::string_view name) const { return find(name)->second; }

  /// What has that name; new where nothing has.
  T& operator[](std::string_view name) {
    if (const Entry* known = find(name); known != end()) return const_cast<Entry*>(known)->second;
    entries_.push_back(Entry{Str(name), T{}});
    if (2 * entries_.size() > slots_.size()) {
      slots_.assign(slots_.empty() ? 8 : 2 * slots_.size(), kFree);
      for (std::uint32_t i = 0; i < entries_.size(); ++i) enter(i);
    } else {
      enter(static_cast<std::uint32_t>(entries_.size() - 1));
    }
    return entries_.back().second;
  }

  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }
  const Entry* begin() const { return entries_.begin(); }
  const Entry* end() const { return entries_.end(); }

  friend bool operator==(const NameMap& a, const NameMap& b) { return a.entries_ == b.entries_; }

 private:
  static constexpr std::uint32_t kFree = 0;

  void enter(std::uint32_t index) {
    std::size_t slot = hash_of_name(entries_[index].first);
    while (slots_[slot & (slots_.size() - 1)] != kFree) ++slot;
    slots_[slot & (slots_.size() - 1)] = index + 1;
  }

  Array<Entry> entries_;
  /// A power of two of them, at most half of them taken: 1 + index of an entry, or kFree.
  Array<std::uint32_t> slots_;
};

}  // namespace zhilu
