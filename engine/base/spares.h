// SPDX-License-Identifier: MIT
// Workspaces that are made when they are needed and used again, so that what they have grown to is asked of
// the machine once and not for every task.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

namespace zhilu {

/// Threads may borrow at the same time and none waits for another. A thread gets the workspace that it used
/// last, if nobody else has taken it, as that lies in the cache of its core. As many are kept as were
/// borrowed at the same time, up to `kMost`. What is borrowed is as the last user left it.
template <class T>
class Spares {
 public:
  static constexpr std::size_t kMost = 64;

  Spares() = default;
  ~Spares() {
    for (std::atomic<T*>& place : places_) delete place.load(std::memory_order_acquire);
  }
  Spares(const Spares&) = delete;
  Spares& operator=(const Spares&) = delete;

  /// A workspace in use, given back at the end. REQUIRES: the spares outlive it.
  class Loan {
   public:
    Loan(Spares& from, std::unique_ptr<T> lent) : from_(from), lent_(std::move(lent)) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() { from_.give_back(std::move(lent_)); }

    T& operator*() const { return *lent_; }

   private:
    Spares& from_;
    std::unique_ptr<T> lent_;
  };

  Loan borrow() {
    return borrow([] { return std::make_unique<T>(); });
  }
  /// `make()` gives a new workspace where none is left.
  template <class Make>
  Loan borrow(const Make& make) {
    for (std::size_t i = 0; i < kMost; ++i) {
      std::atomic<T*>& place = places_[(own_place() + i) % kMost];
      if (place.load(std::memory_order_relaxed) == nullptr) continue;
      if (T* spare = place.exchange(nullptr, std::memory_order_acq_rel))
        return {*this, std::unique_ptr<T>(spare)};
    }
    return {*this, make()};
  }

 private:
  // Threads have places of their own in turn.
  static std::size_t own_place() {
    static std::atomic<std::size_t> next = 0;
    thread_local const std::size_t own = next.fetch_add(1, std::memory_order_relaxed) % kMost;
    return own;
  }

  void give_back(std::unique_ptr<T> spare) {
    for (std::size_t i = 0; i < kMost; ++i) {
      T* none = nullptr;
      std::atomic<T*>& place = places_[(own_place() + i) % kMost];
      if (place.compare_exchange_strong(none, spare.get(), std::memory_order_acq_rel)) {
        static_cast<void>(spare.release());
        return;
      }
    }
  }

  std::array<std::atomic<T*>, kMost> places_{};
};

}  // namespace zhilu
