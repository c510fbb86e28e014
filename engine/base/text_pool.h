// SPDX-License-Identifier: MIT
// Texts kept together: views into a pool stay valid as long as the pool, and cost no allocation each.
#pragma once

#include <cstring>
#include <memory_resource>
#include <string_view>

namespace zhilu {

/// Not for several threads at once while it is being filled.
class TextPool {
 public:
  TextPool() = default;
  TextPool(const TextPool&) = delete;
  TextPool& operator=(const TextPool&) = delete;

  /// A copy of `text` that lives as long as the pool.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    auto* copy = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

 private:
  static constexpr std::size_t kFirstBlock = 4096;
  std::pmr::monotonic_buffer_resource memory_{kFirstBlock};
};

}  // namespace zhilu
