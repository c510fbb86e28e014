// SPDX-License-Identifier: MIT
#include "engine/base/arena.h"

#include <cstring>

namespace zhilu {
namespace {

/// More than any knowledge needs; only what is used costs memory.
constexpr std::size_t kMostBytes = std::size_t{16} << 30;

}  // namespace

Arena::Arena() : memory_(kMostBytes) {}

void* Arena::allocate(std::size_t bytes, std::size_t alignment) {
  const std::size_t begin = (used_ + alignment - 1) / alignment * alignment;
  if (begin > memory_.size() || bytes > memory_.size() - begin) throw std::bad_alloc();
  used_ = begin + bytes;
  return memory_.data() + begin;
}

const char* Arena::keep(std::string_view text) {
  const auto known = kept_.find(text);
  if (known != kept_.end()) return known->second;
  auto* copy = static_cast<char*>(allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  kept_.emplace(std::string_view(copy, text.size()), copy);
  return copy;
}

}  // namespace zhilu
