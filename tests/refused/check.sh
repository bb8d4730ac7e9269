#!/usr/bin/env bash
# Sees that a file does not compile with REFUSED defined, for the reason its first line gives (`// refused: PATTERN`),
# and that it does compile without: so that it is refused for that reason alone.
# Usage: check.sh COMPILER ROOT FILE
set -euo pipefail
compiler=$1 root=$2 file=$3
pattern=$(sed -n '1s,^// refused: ,,p' "$file")
[ -n "$pattern" ] || { echo "$file: the first line must be // refused: PATTERN"; exit 1; }
compile() { "$compiler" -std=c++20 -fsyntax-only -Wall -Wextra -Werror "-I$root" "$@" "$file" 2>&1; }

if ! output=$(compile); then
  printf '%s: its allowed twin does not compile:\n%s\n' "$file" "$output"
  exit 1
fi
if output=$(compile -DREFUSED); then
  printf '%s: this compiles, and must not\n' "$file"
  exit 1
fi
grep -qE "error: .*($pattern)" <<<"$output" || {
  printf '%s: refused, but not because of "%s":\n%s\n' "$file" "$pattern" "$output"
  exit 1
}
