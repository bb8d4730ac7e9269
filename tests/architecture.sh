#!/usr/bin/env bash
# Holds the house to its plan: who may include whom, which outside library has which room, what the pure folders
# may not touch, and what g++ 12 compiles wrongly. Prints each violation as file:line: rule: the line.
# Usage: architecture.sh [ROOT]
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/..}"
found=$(mktemp)
trap 'rm -f "$found"' EXIT

# [but=PATTERN] forbid RULE PATTERN FILES…: no line of the files may match, unless it matches `but` too. What stands
# behind // does not count.
forbid() {
  local rule=$1 pattern=$2 file line code
  shift 2
  [ $# -gt 0 ] || return 0
  while IFS=: read -r file line code; do
    code=${code%%//*}
    [ -z "${but:-}" ] || [[ ! $code =~ $but ]] || continue
    [[ ! $code =~ $pattern ]] || printf '%s:%s: %s: %s\n' "$file" "$line" "$rule" "$code" >>"$found"
  done < <(grep -nHE "$pattern" "$@")
}

mapfile -t files < <({ find nlu dialogs transports bot tests -name node_modules -prune -o -type f \
  \( -name '*.cpp' -o -name '*.hpp' -o -name '*.h' \) -print 2>/dev/null || true; } | sort)

# sources PLACE… [! PLACE]: the C++ files below these folders, less those below the last.
sources() {
  local file place but=/
  [[ " $* " != *' ! '* ]] || but=${*: -1}
  for file in "${files[@]}"; do
    for place in "$@"; do
      [ "$place" != '!' ] || break
      [[ $file != "$place"/* || $file == "$but"* ]] || echo "$file"
    done
  done
}
headers() { sources "$@" | grep -E '\.(hpp|h)$' || true; }

own() { printf '^ *# *include +"(%s)' "$1"; }             # an include of ours, by the begin of its path
lib() { printf '^ *# *include +[<"](%s)' "$1"; }          # an include of a library
house="nlu dialogs transports bot"
for folder in $house; do
  [ -n "$(sources $folder)" ] || printf '%s: there are no sources here\n' "$folder" >>"$found"
done

# --- nlu <- dialogs <- transports <- bot ------------------------------------------------------------------
forbid "nlu includes from its right" "$(own 'dialogs/|transports/|bot/|tests/')" $(sources nlu)
forbid "dialogs includes from its right" "$(own 'transports/|bot/|tests/')" $(sources dialogs)
forbid "transports include from their right" "$(own 'bot/|tests/')" $(sources transports)
forbid "the program includes a test" "$(own 'tests/')" $(sources bot)
forbid "an include that climbs: write it from the root" '^ *# *include +"\.\.?/' $(sources $house)

# --- inside dialogs: script <- engine, script <- language, both <- analysis ---------------------------------
forbid "script includes from its right" "$(own 'dialogs/(engine|language|analysis)/')" $(sources dialogs/script)
forbid "engine includes language or analysis" "$(own 'dialogs/(language|analysis)/')" $(sources dialogs/engine)
forbid "language includes engine or analysis" "$(own 'dialogs/(engine|analysis)/')" $(sources dialogs/language)

# --- a transport never sees a flow -------------------------------------------------------------------------
but='"dialogs/engine/reply\.hpp"' forbid "transports know only the engine's replies" "$(own 'dialogs/')" \
  $(sources transports)

# --- each outside library has one room ----------------------------------------------------------------------
forbid "RE2 and ICU are only in nlu" "$(lib 're2/|unicode/')" $(sources $house ! nlu/)
forbid "yaml-cpp is only in dialogs/language" "$(lib 'yaml-cpp/')" $(sources $house ! dialogs/language/)
forbid "SQLite is only in bot/store/sqlite" "$(lib 'sqlite3')" $(sources $house ! bot/store/sqlite/)
forbid "Beast is only in transports" "$(lib 'boost/beast')" $(sources nlu dialogs bot)
forbid "Beast is never in a header" "$(lib 'boost/beast')" $(headers transports ! transports/http/beast.hpp)
forbid "TLS is only in transports/http" "$(lib 'boost/asio/ssl|openssl/ssl')" $(sources $house ! transports/http/)
forbid "a channel opens no socket" "$(own 'transports/http/(client|server|session|listener)\.hpp')" \
  $(sources transports ! transports/http/)
forbid "Boost is not in the pure folders" "$(lib 'boost/')" $(sources nlu dialogs)
forbid "CLI11 is only in bot" "$(lib 'CLI/')" $(sources nlu dialogs transports)
forbid "headers include nlohmann/json_fwd.hpp only" "$(lib 'nlohmann/json\.hpp')" $(headers $house)

# --- nlu and dialogs are pure ----------------------------------------------------------------------------------
pure=$(sources nlu dialogs)
forbid "no clock in a pure folder" \
  '_clock\b|\b(std::)?(time|clock|gettimeofday|clock_gettime|localtime|gmtime)\(|'"$(lib 'ctime>|time\.h>|sys/time\.h')" $pure
forbid "no chance in a pure folder" '\b(rand|srand|random|drand48)\(|random_device|mt19937|'"$(lib 'random>')" $pure
forbid "no thread in a pure folder" \
  'std::(jthread|thread|async|mutex|atomic)\b|pthread|'"$(lib '(thread|future|mutex|shared_mutex|atomic|condition_variable|stop_token|semaphore)>')" $pure
forbid "no socket in a pure folder" "$(lib 'sys/socket|netinet/|arpa/|netdb|unistd')" $pure
forbid "no environment in a pure folder" '\b(secure_)?getenv\(|\bsetenv\(|\benviron\b' $pure
forbid "no logging in a pure folder" \
  'std::(cout|cerr|clog)\b|\bf?printf\(|\bputs\(|\bsyslog\(|'"$(lib 'iostream>|print>|syslog')" $pure
forbid "files are read in dialogs/language only" "$(lib 'fstream>|filesystem>')" $(sources nlu dialogs ! dialogs/language/)

# --- g++ 12 destroys what is built inside a co_await expression too early or twice -----------------------------
all=$(sources $house tests)
[ -z "$all" ] || perl -0777 -ne '
  s/\x27(?:\\.|[^\x27\\\n])\x27/0/g;
  s{"(?:\\.|[^"\\\n])*"}{""}g;
  s{//[^\n]*}{}g;
  while (/\bco_await\b/g) {
    my ($at, $depth) = (pos, 0);
    for (my $i = $at; $i < length; $i++) {
      my $c = substr($_, $i, 1);
      $depth++ if $c =~ /[(\[]/;
      last if $c eq ";" or ($c =~ /[)\]]/ and --$depth < 0);
      next if $c ne "{";
      my $line = 1 + (substr($_, 0, $at) =~ tr/\n//);
      print "$ARGV:$line: co_await takes names, not constructions (g++ 12 frees them twice)\n";
      last;
    }
  }' $all >>"$found"

if [ -s "$found" ]; then
  sort -u "$found"
  exit 1
fi
