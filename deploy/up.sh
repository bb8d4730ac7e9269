#!/usr/bin/env bash
# Builds Attune and serves the shipped bot on http://127.0.0.1:8080/, from a fresh clone if need be.
# Arguments go to `attune serve`, e.g.  deploy/up.sh --port 9000
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/quiet.sh

deploy/setup.sh run
say "Building (build/release)"
step configure-release "The last lines above name what is missing." cmake --preset release -DATTUNE_TESTS=OFF
step build-release "Please report this with the log named above." \
  cmake --build build/release --parallel "$(nproc)" --target attune

# Conversations outlive the build tree, unless somebody says otherwise.
if [ -z "${ATTUNE_DB:-}${ATTUNE_CONFIG:-}" ] && [[ " $* " != *" --config"* ]]; then
  state="${XDG_STATE_HOME:-$HOME/.local/state}/attune"
  mkdir -p "$state" 2>/dev/null || fail "cannot write to $state" "Set ATTUNE_DB to a file that may be written."
  export ATTUNE_DB="$state/attune.db"
fi
exec build/release/bin/attune serve "$@"
