// SPDX-License-Identifier: MIT
// For functions whose loops profit from wider registers or newer instructions where the machine has them:
// they are compiled for each level, and the right one is chosen when the program starts.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define ZHILU_FOR_WIDE_REGISTERS __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ZHILU_FOR_WIDE_REGISTERS
#endif
