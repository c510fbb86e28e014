# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034
# Counts test cases over several programs. Sourced, not run; adds to `passed` and `failed`.

passed=0
failed=0

# count_log FILE CODE: adds the summaries in FILE, those of doctest and lines `N passed, N failed`. A program that
# ended with CODE other than 0 and names no failure (a crash) counts as one.
count_log() {
  local sums good bad
  sums=$(awk '
    /\[doctest\] test cases:/ { for (i = 1; i < NF; ++i) { if ($(i + 1) == "passed") p += $i; if ($(i + 1) == "failed") f += $i } }
    /^([0-9]+: )?[0-9]+ passed, [0-9]+ failed$/ { p += $(NF - 3); f += $(NF - 1) }
    END { print p + 0, f + 0 }' "$1")
  good=${sums% *}
  bad=${sums#* }
  if [ "$2" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  passed=$((passed + good))
  failed=$((failed + bad))
}

# run_counted NAME COMMAND...: one case; what the command says is shown only if it fails.
run_counted() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'failed: %s\n%s\n' "$name" "$output"
  fi
}
