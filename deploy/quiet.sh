# Sourced by the scripts beside it: runs steps without a word unless they fail.
# Expects the working directory to be the repository.

# A home may be missing in a chroot or a service; npm and ccache want one.
export HOME="${HOME:-${TMPDIR:-/tmp}}"
# Without a writable cache folder ccache would fail every compilation.
if [ -z "${CCACHE_DIR:-}" ] && ! mkdir -p "$HOME/.cache/ccache" 2>/dev/null; then
  export CCACHE_DISABLE=1
fi

# fail WHAT ADVICE: ends the script with one clear sentence and what to do.
fail() {
  printf '%s: %s\n  %s\n' "$(basename "$0")" "$1" "$2" >&2
  exit 1
}

# step NAME ADVICE COMMAND…: runs the command with its output kept in build/log/NAME.log; when it fails,
# shows the end of that and ends the script.
step() {
  local name=$1 advice=$2 log
  shift 2
  log="build/log/$name.log"
  mkdir -p build/log || fail "cannot write to build/" "The folder must belong to you: try 'ls -ld build'."
  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 60 "$log" >&2
    fail "the step '$name' failed (all of its output: $log)" "$advice"
  fi
}

# say SENTENCE: tells what takes long.
say() { printf '%s\n' "$1" >&2; }
