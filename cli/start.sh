#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# bash cli/start.sh ARGS...: builds zhilu if it is not built or out of date, then runs it with ARGS.
# Needs nothing but Debian 12: what is missing is installed with apt-get. `--install` only installs.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build/release

if [ ! -f "$build/build.ninja" ] || [ "${1-}" = --install ] || ! command -v ninja >/dev/null; then
  # shellcheck source=cli/packages.sh
  . "$root/cli/packages.sh"
  zhilu_install "${ZHILU_BUILD_PACKAGES[@]}" || exit 3
  if [ "${1-}" = --install ]; then exit 0; fi
fi

mkdir -p "$build"
# One build at a time, however many are started.
exec 9>"$build/.lock"
flock 9
log=$build/build.log
if [ ! -f "$build/build.ninja" ]; then
  echo "第一次运行，正在构建（几分钟）…" >&2
  if ! (cd "$root" && cmake --preset release -Dzhilu_TESTS=OFF -Dzhilu_BENCH=OFF) >"$log" 2>&1 9>&-; then
    cat "$log" >&2
    exit 3
  fi
fi
if ! ninja -C "$build" --quiet zhilu >"$log" 2>&1 9>&-; then
  cat "$log" >&2
  echo "构建没有成功" >&2
  exit 3
fi
exec 9>&-
exec "$build/bin/zhilu" "$@"
