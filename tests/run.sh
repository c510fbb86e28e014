#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# bash tests/run.sh: builds the release preset with its tests, runs them all, checks and tests the knowledge.
# The last line is `N passed, N failed`, counted in test cases. zhilu_CMAKE holds further switches for cmake.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=${1-release}
build=$root/build/$preset
# shellcheck source=cli/packages.sh
. "$root/cli/packages.sh"
# shellcheck source=tests/support/count.sh
. "$root/tests/support/count.sh"
zhilu_install "${ZHILU_BUILD_PACKAGES[@]}" "${ZHILU_TEST_PACKAGES[@]}" || exit 3

cd "$root" || exit 3
# shellcheck disable=SC2086
cmake --preset "$preset" -Dzhilu_TESTS=ON -Dzhilu_BENCH=ON ${zhilu_CMAKE-} >/dev/null || exit 3
cmake --build --preset "$preset" -- --quiet || { echo "0 passed, 1 failed"; exit 1; }

log=$build/tests.log
: >"$log"
ctest --test-dir "$build" --output-on-failure --verbose >"$log" 2>&1
ctest_code=$?
[ $ctest_code -eq 0 ] || sed -n '/tests passed,/,$p' "$log"
[ $ctest_code -eq 0 ] || grep -E '(ERROR|FAILED|FAIL:|Failed|AddressSanitizer|runtime error)' "$log" | head -n 100
count_log "$log" $ctest_code

run_counted "zhilu check" "$build/bin/zhilu" check
"$build/bin/zhilu" test >"$log.knowledge" 2>&1
knowledge_code=$?
[ $knowledge_code -eq 0 ] || cat "$log.knowledge"
count_log "$log.knowledge" $knowledge_code

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
