// SPDX-License-Identifier: MIT
#include "engine/base/spares.h"

#include <doctest/doctest.h>

#include <atomic>
#include <barrier>
#include <memory>
#include <thread>
#include <vector>

using namespace zhilu;

namespace {

struct Workspace {
  Workspace() { ++made; }
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;
  ~Workspace() { ++gone; }

  std::vector<int> items;
  bool in_use = false;

  static inline std::atomic<int> made = 0;
  static inline std::atomic<int> gone = 0;
};

void borrow_at_once(Spares<Workspace>& spares, int count) {
  const Spares<Workspace>::Loan loan = spares.borrow();
  if (count > 1) borrow_at_once(spares, count - 1);
}

}  // namespace

TEST_CASE("what was given back is borrowed again, and what is in use is not") {
  Workspace::made = Workspace::gone = 0;
  {
    Spares<Workspace> spares;
    const Workspace* first = nullptr;
    {
      const Spares<Workspace>::Loan one = spares.borrow();
      const Spares<Workspace>::Loan other = spares.borrow();
      first = &*one;
      CHECK(&*other != first);
      (*one).items.assign(100, 1);
    }
    const Spares<Workspace>::Loan again = spares.borrow();
    const Spares<Workspace>::Loan beside = spares.borrow();
    CHECK((&*again == first || &*beside == first));
    CHECK((*again).items.size() + (*beside).items.size() == 100);
    CHECK(Workspace::made == 2);
  }
  CHECK(Workspace::gone == 2);
}

TEST_CASE("a thread gets back the workspace it used last") {
  Spares<Workspace> spares;
  std::barrier turn(2);
  const auto task = [&](bool first) {
    std::unique_ptr<const Spares<Workspace>::Loan> loan;
    const auto in_turn = [&](bool mine, const auto& act) {
      if (mine) act();
      turn.arrive_and_wait();
    };
    const auto borrow = [&] { loan.reset(new Spares<Workspace>::Loan(spares.borrow())); };
    const auto give = [&] { loan.reset(); };
    in_turn(first, borrow);
    in_turn(!first, borrow);
    const Workspace* mine = &**loan;
    in_turn(first, give);
    in_turn(!first, give);
    in_turn(!first, borrow);
    in_turn(first, borrow);
    return &**loan == mine;
  };
  bool first_same = false;
  bool other_same = false;
  std::thread first([&] { first_same = task(true); });
  std::thread other([&] { other_same = task(false); });
  first.join();
  other.join();
  CHECK(first_same);
  CHECK(other_same);
}

TEST_CASE("threads never share a workspace, and no more than the most are kept") {
  Workspace::made = Workspace::gone = 0;
  {
    Spares<Workspace> spares;
    std::atomic<int> shared = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 2'000; ++i) {
          const Spares<Workspace>::Loan loan = spares.borrow();
          if ((*loan).in_use) ++shared;
          (*loan).in_use = true;
          (*loan).in_use = false;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(shared == 0);
    // Not a new one for each task.
    CHECK(Workspace::made < 1'000);
    borrow_at_once(spares, static_cast<int>(Spares<Workspace>::kMost) + 20);
    CHECK(Workspace::made - Workspace::gone == Spares<Workspace>::kMost);
  }
  CHECK(Workspace::made == Workspace::gone);
}
