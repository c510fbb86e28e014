# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034
# The Debian packages that building, testing and checking need: the one list. Sourced, not run.

ZHILU_BUILD_PACKAGES=(g++ cmake ninja-build libfmt-dev libyaml-cpp-dev libicu-dev libboost1.81-dev
  libintelrdfpmath-dev libexpected-dev nlohmann-json3-dev libcli11-dev libedit-dev)
ZHILU_TEST_PACKAGES=(doctest-dev libbenchmark-dev libvalijson-dev tmux)
ZHILU_CI_PACKAGES=(clang clang-format clang-tidy libclang-rt-dev valgrind)

# zhilu_install PACKAGE...: installs those that are missing; says so on standard error, else nothing.
zhilu_install() {
  local missing=() package log
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "缺少软件包，请以 root 运行：apt-get install ${missing[*]}" >&2
      return 3
    fi
    as_root=(sudo)
  fi
  echo "安装缺少的软件包：${missing[*]}" >&2
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    echo "安装没有成功" >&2
    return 3
  fi
  rm -f "$log"
}
