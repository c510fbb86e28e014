#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# instructions.sh [--accept]: counts the instructions of the tasks in instructions.txt (zhilu_bench fixed) and
# fails if one takes over 2 % more than is written there. --accept writes down what was counted.
#
# Counts hardly depend on the machine: the counter knows no wider registers than AVX2, and no clock.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 3
bench=build/release/bin/zhilu_bench
table=tests/bench/instructions.txt
mkdir -p build/instructions
failed=0
lines=()
while read -r task floor; do
  case $task in '' | \#*) lines+=("$task${floor:+ $floor}"); continue ;; esac
  log=build/instructions/$task.log
  if ! valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect='*fixed_task*' \
      "$bench" fixed "$task" >"$log" 2>&1; then
    tail -n 5 "$log"
    failed=1
    continue
  fi
  counted=$(awk '/Collected/ { print $NF }' "$log")
  lines+=("$task $counted")
  # In hundredths of a per cent, so that no decimals are needed.
  change=$(((counted - floor) * 10000 / floor))
  echo "$task: $counted instructions, $floor wanted, $((change / 100))%"
  if [ "$change" -gt 200 ] && [ "${1:-}" != --accept ]; then failed=1; fi
  [ "$change" -lt -200 ] && echo "  fewer: write it down with --accept"
done <"$table"
[ "${1:-}" = --accept ] && printf '%s\n' "${lines[@]}" >"$table"
exit $failed
