// SPDX-License-Identifier: MIT
// Texts and short lists kept together: views into a pool stay valid as long as the pool, and cost no
// allocation each.
#pragma once

#include <cstring>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace zhilu {

/// Not for several threads at once while it is being filled.
class TextPool {
 public:
  TextPool() = default;
  /// `first_block`: bytes taken when something is first kept; later blocks are larger.
  explicit TextPool(std::size_t first_block) : memory_(first_block) {}
  TextPool(const TextPool&) = delete;
  TextPool& operator=(const TextPool&) = delete;

  /// A copy of `text` that lives as long as the pool.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    auto* copy = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  /// Room for `size` items made of nothing, as long as the pool.
  template <class T>
  std::span<T> list(std::size_t size) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    if (size == 0) return {};
    // NOLINTNEXTLINE(bugprone-sizeof-expression): a list of pointers is one of pointers.
    auto* items = static_cast<T*>(memory_.allocate(size * sizeof(T), alignof(T)));
    std::uninitialized_value_construct_n(items, size);
    return {items, size};
  }

  /// A copy of `items` that lives as long as the pool.
  template <class T>
  std::span<T> keep_list(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    if (items.empty()) return {};
    // NOLINTNEXTLINE(bugprone-sizeof-expression): as above.
    auto* copy = static_cast<T*>(memory_.allocate(items.size() * sizeof(T), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), copy);
    return {copy, items.size()};
  }
  template <class T>
  std::span<T> keep_list(const std::vector<T>& items) {
    return keep_list(std::span<const T>(items));
  }

 private:
  static constexpr std::size_t kFirstBlock = 4096;
  std::pmr::monotonic_buffer_resource memory_{kFirstBlock};
};

}  // namespace zhilu
