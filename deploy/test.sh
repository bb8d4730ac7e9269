#!/usr/bin/env bash
# Runs every test of Attune, from a fresh clone if need be. Ends with ctest's summary.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/quiet.sh

deploy/setup.sh test
jobs=$(nproc)
say "Building (build/dev)"
step configure-dev "The last lines above name what is missing." cmake --preset dev
step build-dev "Mend the first error; warnings are errors here." cmake --build build/dev --parallel "$jobs"
step headers-dev "A header above does not compile by itself: it misses an include." \
  cmake --build build/dev --parallel "$jobs" --target all_verify_interface_header_sets
say "Testing"
exec ctest --test-dir build/dev --output-on-failure --no-label-summary -j2
