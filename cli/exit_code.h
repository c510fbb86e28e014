// SPDX-License-Identifier: MIT
// What the program says to the shell.
#pragma once

namespace zhilu {

inline constexpr int kDone = 0;         ///< Done, or the answer is yes.
inline constexpr int kAnswerIsNo = 1;   ///< The answer is no: findings, failed tests.
inline constexpr int kWrongUse = 2;     ///< The command line or the input cannot be understood.
inline constexpr int kCouldNotRun = 3;  ///< The world failed: no knowledge, a file that cannot be read.

}  // namespace zhilu
