// SPDX-License-Identifier: MIT
#include "engine/base/checksum.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace zhilu {
namespace {

// After XXH3: eight lanes side by side, each with a sum of its words and a sum of their halves' products, the
// words masked with a key that differs from block to block. Written so that compilers make vectors of it.
constexpr std::size_t kLanes = 8;
constexpr std::size_t kAtATime = 4;
constexpr std::size_t kBlock = kLanes * sizeof(std::uint64_t);
// Blocks after which the sums are stirred.
constexpr std::size_t kBlocksOfRound = 16;

// Odd, so that multiplying loses nothing.
constexpr std::uint64_t kPrime = 0x9E3779B185EBCA87;

using Lanes = std::array<std::uint64_t, kLanes>;

constexpr std::uint64_t mixed(std::uint64_t sum, std::uint64_t word) {
  return (std::rotl(sum, 29) ^ word) * kPrime;
}

struct Sums {
  Lanes words{};
  Lanes products{};
  Lanes keys{};

  explicit Sums(std::uint64_t seed) {
    for (std::size_t i = 0; i < kLanes; ++i) {
      words[i] = mixed(seed, i + 1);
      products[i] = mixed(words[i], i + 1);
      keys[i] = mixed(products[i], i + 1);
    }
  }

  void add(const std::byte* data, std::size_t blocks) {
    // A few lanes at a time, so that their sums stay in registers.
    for (std::size_t first = 0; first < kLanes; first += kAtATime) {
      std::array<std::uint64_t, kAtATime> sum;
      std::array<std::uint64_t, kAtATime> product;
      std::array<std::uint64_t, kAtATime> key;
      std::copy_n(words.begin() + first, kAtATime, sum.begin());
      std::copy_n(products.begin() + first, kAtATime, product.begin());
      std::copy_n(keys.begin() + first, kAtATime, key.begin());
      for (std::size_t b = 0; b < blocks; ++b) {
        std::array<std::uint64_t, kAtATime> block;
        std::memcpy(block.data(), data + b * kBlock + first * sizeof(std::uint64_t), sizeof block);
        for (std::size_t i = 0; i < kAtATime; ++i) {
          const std::uint64_t masked = block[i] ^ key[i];
          sum[i] += block[i];
          product[i] += (masked & 0xFFFFFFFF) * (masked >> 32);
          key[i] += kPrime;
        }
      }
      std::copy_n(sum.begin(), kAtATime, words.begin() + first);
      std::copy_n(product.begin(), kAtATime, products.begin() + first);
      std::copy_n(key.begin(), kAtATime, keys.begin() + first);
    }
  }

  void stir() {
    for (std::size_t i = 0; i < kLanes; ++i) {
      words[i] = (words[i] ^ (words[i] >> 32)) * kPrime;
      products[i] = (products[i] ^ (products[i] >> 32)) * kPrime;
    }
  }
};

}  // namespace

std::uint64_t checksum(std::span<const std::byte> bytes, std::uint64_t seed) {
  Sums sums(seed);
  constexpr std::size_t kRound = kBlocksOfRound * kBlock;
  std::size_t at = 0;
  for (; at + kRound <= bytes.size(); at += kRound) {
    sums.add(bytes.data() + at, kBlocksOfRound);
    sums.stir();
  }
  std::array<std::byte, kRound> last{};
  if (at < bytes.size()) std::memcpy(last.data(), bytes.data() + at, bytes.size() - at);
  sums.add(last.data(), kBlocksOfRound);
  std::uint64_t sum = mixed(seed, bytes.size());
  for (const std::uint64_t lane : sums.words) sum = mixed(sum, lane);
  for (const std::uint64_t lane : sums.products) sum = mixed(sum, lane);
  return sum ^ (sum >> 32);
}

}  // namespace zhilu
