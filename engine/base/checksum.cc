// SPDX-License-Identifier: MIT
#include "engine/base/checksum.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstring>
#include <system_error>
#include <thread>
#include <vector>

namespace zhilu {
namespace {

// Sums side by side, because one multiplication need not wait for that of another. (Compiled without vectors,
// see CMakeLists.txt: those of most machines cannot multiply words.)
constexpr std::size_t kLanes = 8;
constexpr std::size_t kBlock = kLanes * sizeof(std::uint64_t);

// Long input is summed up in pieces by several threads. The sum does not depend on how many there are.
constexpr std::size_t kPiece = std::size_t{1} << 20;
constexpr std::size_t kPiecesOfThread = 4;
constexpr std::size_t kMostThreads = 8;

// The processor does not fetch ahead over the end of a page by itself.
constexpr std::size_t kAhead = 4096;

// Odd, so that multiplying loses nothing: two blocks that differ in one word never come to the same sums.
constexpr std::uint64_t kPrime = 0x9E3779B185EBCA87;

constexpr std::uint64_t mixed(std::uint64_t sum, std::uint64_t word) {
  return (std::rotl(sum, 29) ^ word) * kPrime;
}

// The sum of one piece.
std::uint64_t sum_of(std::span<const std::byte> bytes, std::uint64_t seed) {
  std::array<std::uint64_t, kLanes> sums;
  for (std::size_t i = 0; i < kLanes; ++i) sums[i] = mixed(seed, i + 1);
  const auto add = [&sums](const std::byte* block) {
    std::array<std::uint64_t, kLanes> words;
    std::memcpy(words.data(), block, kBlock);
    for (std::size_t i = 0; i < kLanes; ++i) sums[i] = mixed(sums[i], words[i]);
  };
  std::size_t at = 0;
  for (; at + kBlock <= bytes.size(); at += kBlock) {
    __builtin_prefetch(bytes.data() + std::min(at + kAhead, bytes.size()));
    add(bytes.data() + at);
  }
  std::array<std::byte, kBlock> last{};
  if (at < bytes.size()) std::memcpy(last.data(), bytes.data() + at, bytes.size() - at);
  add(last.data());
  std::uint64_t sum = mixed(seed, bytes.size());
  for (const std::uint64_t lane : sums) sum = mixed(sum, lane);
  return sum ^ (sum >> 32);
}

}  // namespace

std::uint64_t checksum(std::span<const std::byte> bytes, std::uint64_t seed) {
  std::vector<std::uint64_t> sums((bytes.size() + kPiece - 1) / kPiece);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < sums.size(); i = next++) {
      const std::size_t begin = i * kPiece;
      sums[i] = sum_of(bytes.subspan(begin, std::min(kPiece, bytes.size() - begin)), seed + i);
    }
  };
  const std::size_t most = std::min<std::size_t>(kMostThreads, std::thread::hardware_concurrency());
  std::vector<std::thread> helpers;
  try {
    while (helpers.size() + 1 < std::min(most, sums.size() / kPiecesOfThread)) helpers.emplace_back(work);
  } catch (const std::system_error&) {
    // No more threads: those there are do it.
  }
  work();
  for (std::thread& helper : helpers) helper.join();
  return sum_of(std::as_bytes(std::span(sums)), seed);
}

}  // namespace zhilu
