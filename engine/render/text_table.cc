// SPDX-License-Identifier: MIT
#include "engine/render/text_table.h"

#include <cstdint>

namespace zhilu {
namespace {

// By place, as the texts of a knowledge base stay where they are: their bytes need not be read for it.
std::size_t hash_of(const Text& text) {
  const auto place = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(text.source.data()));
  return static_cast<std::size_t>((place * 0x9E3779B97F4A7C15) >> 32);
}

const TextTable::Entry* find(const TextTable::Entry* first, const TextTable::Entry* end, const Text& text) {
  for (const TextTable::Entry* entry = first; entry != end; entry = entry->next) {
    if (entry->source == text.source && entry->key == text.key) return entry;
  }
  return nullptr;
}

}  // namespace

TextTable::~TextTable() {
  for (const std::atomic<const Entry*>& bucket : buckets_) {
    const Entry* entry = bucket.load(std::memory_order_acquire);
    while (entry != nullptr) {
      const std::unique_ptr<const Entry> gone(entry);
      entry = gone->next;
    }
  }
}

const TextTable::Entry& TextTable::at(const Text& text, const Make& make) const {
  std::atomic<const Entry*>& bucket = buckets_[hash_of(text) % kBuckets];
  const Entry* first = bucket.load(std::memory_order_acquire);
  if (const Entry* known = find(first, nullptr, text)) return *known;
  std::unique_ptr<Entry> made = make(text);
  made->source = text.source;
  made->key = text.key;
  made->next = first;
  while (!bucket.compare_exchange_weak(first, made.get(), std::memory_order_acq_rel,
                                       std::memory_order_acquire)) {
    // Another thread was faster, perhaps with the same text.
    if (const Entry* known = find(first, made->next, text)) return *known;
    made->next = first;
  }
  return *made.release();
}

}  // namespace zhilu
