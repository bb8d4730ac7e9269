#!/usr/bin/env bash
# Installs what is missing to build and run Attune on Debian 12, and with `test` what its tests need.
# Does nothing, and says nothing, when all is there.  Usage: deploy/setup.sh run|test
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/quiet.sh

# Programs may come from anywhere: the package is wanted only where the command is not there.
run_programs="g++:g++ cmake:cmake ninja:ninja-build pkg-config:pkg-config ccache:ccache"
test_programs="git:git node:nodejs npm:npm chromium:chromium"
run_libraries="libboost1.81-dev libre2-dev libicu-dev libyaml-cpp-dev nlohmann-json3-dev libcli11-dev
  libexpected-dev libsqlite3-dev libssl-dev"
test_libraries="catch2"

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

missing_packages() {
  local pair package
  for pair in $programs; do
    command -v "${pair%%:*}" >/dev/null || printf '%s ' "${pair#*:}"
  done
  for package in $libraries; do
    is_installed "$package" || printf '%s ' "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

# Boost 1.81 takes the place of an installed 1.74: apt removes that one.
install_packages() {
  as_root apt-get -qq -y -o DPkg::Lock::Timeout=120 update &&
    as_root apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 install "$@"
}

install_missing() {
  local missing
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null ||
    fail "these Debian 12 packages are missing: $missing" "There is no apt-get here: install their like by hand."
  if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
    fail "these packages are missing: $missing" "Run as root, or first:  sudo apt-get install $missing"
  fi
  say "Installing $missing"
  # shellcheck disable=SC2086  # a list of words
  step packages "Look at the messages above; then try:  apt-get install $missing" install_packages $missing
  missing=$(missing_packages)
  [ -z "$missing" ] || fail "still missing after the installation: $missing" "Attune is built on Debian 12 (bookworm)."
}

# npm ci, unless what is installed is what the lock file says.
install_node_modules() {
  local lock=tests/package-lock.json stamp=tests/node_modules/.attune-lock
  [ -f "$lock" ] || return 0
  cmp -s "$lock" "$stamp" && return 0
  say "Installing the tests' npm packages"
  step npm "Is the npm registry reachable? Then try:  cd tests && npm ci" \
    npm ci --prefix tests --no-audit --no-fund --ignore-scripts
  mkdir -p tests/node_modules && cp "$lock" "$stamp"
}

# Debian 12 has Node.js 18, and the tests' packages want 20: npm has it too.
install_newer_node() {
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -lt 20 ] || return 0
  ls tests/node/node_modules/node-linux-*/bin/node >/dev/null 2>&1 && return 0
  say "Installing a newer Node.js for the tests"
  step node "Is the npm registry reachable? Then try:  cd tests/node && npm ci" \
    npm ci --prefix tests/node --no-audit --no-fund --ignore-scripts
}

case "${1:-}" in
  run)
    programs=$run_programs libraries=$run_libraries
    install_missing
    ;;
  test)
    programs="$run_programs $test_programs" libraries="$run_libraries $test_libraries"
    install_missing
    install_newer_node
    install_node_modules
    ;;
  *)
    fail "says what to prepare for" "Usage: deploy/setup.sh run|test"
    ;;
esac
