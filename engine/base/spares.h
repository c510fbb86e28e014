// SPDX-License-Identifier: MIT
// Workspaces that are made when they are needed and used again, so that what they have grown to is asked of
// the machine once and not for every task.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <utility>

namespace zhilu {

/// Threads may borrow at the same time and none waits for another; a few workspaces are kept, and where more
/// are given back the others go. What is borrowed is as the last user left it.
template <class T>
class Spares {
 public:
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
    for (std::atomic<T*>& place : places_) {
      if (T* spare = place.exchange(nullptr, std::memory_order_acq_rel))
        return {*this, std::unique_ptr<T>(spare)};
    }
    return {*this, std::make_unique<T>()};
  }

 private:
  void give_back(std::unique_ptr<T> spare) {
    for (std::atomic<T*>& place : places_) {
      T* none = nullptr;
      if (place.compare_exchange_strong(none, spare.get(), std::memory_order_acq_rel)) {
        static_cast<void>(spare.release());
        return;
      }
    }
  }

  std::array<std::atomic<T*>, 8> places_{};
};

}  // namespace zhilu
