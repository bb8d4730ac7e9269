#!/usr/bin/env bash
# `attune chat` and `attune test` as a shell sees them: what goes where, and the exit codes.
# Usage: commands.sh PROGRAM ROOT
set -euo pipefail
attune=$1 shipped=$2/dialogs/attachment
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0

# expect WHAT CONDITION…: the condition is a command.
expect() {
  local what=$1
  shift
  "$@" || { printf 'FAILED: %s\n' "$what"; failures=$((failures + 1)); }
}
has() { grep -qF -- "$2" "$folder/$1"; }
hasnt() { ! has "$@"; }
is_empty() { [ ! -s "$folder/$1" ]; }

# attune_exits CODE ARGUMENTS…: runs the program with standard input, keeps `out` and `err`.
attune_exits() {
  local expected=$1 code=0
  shift
  "$attune" "$@" >"$folder/out" 2>"$folder/err" || code=$?
  expect "attune $* exits with $expected, not $code" [ "$code" = "$expected" ]
}

# The first to meet these examples learns from them, and says so; from then on there is a cache.
"$attune" chat <<<'/state' >/dev/null 2>&1

# --- chat in a pipe ---
attune_exits 0 chat <<<'/state'
expect "the choices are numbered" has out '  1. '
expect "/state works" has out 'at: '
expect "there is no colour in a pipe" hasnt out $'\x1b'
expect "chat is silent on stderr" is_empty err

# --- chat in JSON ---
printf '%s\n' '{"text":"what is attachment?"}' 'nonsense' '{"wait":"10m"}' >"$folder/events"
attune_exits 0 chat --json <"$folder/events"
cp "$folder/out" "$folder/first"
expect "a line for the opening and one for each line" [ "$(wc -l <"$folder/out")" = 4 ]
expect "a bad line is told" has out '{"error":{"line":2,'
attune_exits 0 chat --json "$shipped" <"$folder/events"
expect "a conversation is the same to the byte, from the program or from its folder" cmp -s "$folder/out" "$folder/first"

# --- test ---
attune_exits 0 test "$shipped"
expect "the summary counts" has out ' passed, 0 failed'
attune_exits 0 test "$shipped" --coverage --mutate --seconds 10
expect "coverage is counted" has out 'conditions'
expect "the mutation score is told" has out 'Mutation score: '
attune_exits 0 test "$shipped" --coverage --filter 'boundaries: *' --json
expect "coverage is there for machines" has out '"uncovered": ['
cp -r "$shipped" "$folder/bot" && rm -rf "$folder/bot/tests" && mkdir "$folder/bot/tests"
attune_exits 1 test "$folder/bot"
expect "no tests are not taken for success" has out 'There are no conversations'
printf 'suite: s\ntests:\n  - name: wrong\n    turns:\n      - user: "menu"\n        expect: {ended: true}\n' >"$folder/bot/tests/wrong.yaml"
attune_exits 1 test "$folder/bot"
expect "the failure has its place" has out 'tests/wrong.yaml:5: s: wrong, at user: "menu"'
expect "and its reason" has out 'ended: expected true, got false'
expect "the summary counts failures" has out '1 conversations, 1 turns: 0 passed, 1 failed'
attune_exits 0 test "$folder/bot" --update
expect "an update says how much it wrote" has err '1 expectations rewritten in 1 files'
expect "and writes it" grep -qF '{ended: false}' "$folder/bot/tests/wrong.yaml"
printf 'user,intent\nwhat is attachment,what_is_attachment\nmenu,none\n' >"$folder/bot/tests/words.csv"
attune_exits 1 test "$folder/bot" --json --junit "$folder/junit.xml"
expect "a table of phrases is tested" has out '"phrases": 2'
expect "a phrase's failure has its place" has out '"file": "tests/words.csv"'
expect "JUnit counts the failures" has junit.xml '<testsuites tests="3" failures="1">'
attune_exits 0 test "$folder/bot" --filter 'words: what*'
expect "the filter keeps what fits" has out '0 conversations, 0 turns, 1 phrases: 1 passed, 0 failed'
rm "$folder/bot/tests/words.csv"
printf 'suite: s\ntests: []\nteste: []\n' >"$folder/bot/tests/wrong.yaml"
attune_exits 3 test "$folder/bot"
expect "a test that cannot be read is told on stderr" has err 'tests/wrong.yaml:3:1: '

# --- review ---
attune_exits 1 review status "$shipped"
expect "nobody has signed what is shipped" has out '0 of '
cp -r "$shipped" "$folder/signed"
# As a draft: a text that changes makes its translation stale, and what is served may have none such.
sed -i 's/^locale: es$/locale: es\ndraft: true/' "$folder/signed/locales/es/bot.yaml"
attune_exits 2 review sign "$folder/signed" --by "A. Reader"
attune_exits 1 review sign "$folder/signed" --by "A. Reader" --id nothing.so
attune_exits 0 review sign "$folder/signed" --by "A. Reader" --flow menu
attune_exits 0 review list "$folder/signed" --state signed
expect "what is signed has a name" has out 'menu.1 [en] signed by A. Reader'
attune_exits 3 serve "$folder/signed" --require-reviewed --store memory --port 0
expect "the server names the lines nobody signed" has err '@disclosure [en] unreviewed (bot)'
expect "and not those that are signed" hasnt err 'menu.1 [en]'
attune_exits 0 review sign "$folder/signed" --by "A. Reader" --all
attune_exits 0 review status "$folder/signed"
sed -i 's/label: "How attachment works"/label: "How closeness works"/' "$folder/signed/flows/menu.yaml"
attune_exits 0 review list "$folder/signed" --state stale --json
expect "words that changed are stale" has out '"id": "menu.1"'

# --- explain, graph, script, replay ---
attune_exits 0 explain "i want to die"
expect "danger is explained" has out 'sees danger: sui_active'
attune_exits 0 explain "menu" --at signs.tick --json
expect "an explanation is there for machines" has out '"winner": "command menu"'
attune_exits 2 explain "menu" --at signs.nowhere
attune_exits 0 graph "$shipped"
expect "the picture is SVG" has out '<svg xmlns='
attune_exits 0 graph "$shipped" --flow signs --format dot
expect "one flow has its steps" has out 'label="tick"'
attune_exits 2 graph "$shipped" --flow nowhere
attune_exits 0 script "$shipped" --out "$folder/script.html"
expect "the page is whole" has script.html '</html>'
attune_exits 0 script "$shipped" --format csv
expect "the table has its columns" has out 'part,flow,title,step,if,role,id,language,words'
printf '%s\n' '{"attune_log":1,"script":"0","locale":""}' '{"at":1,"do":{"open":true},"said":[]}' >"$folder/log"
attune_exits 1 replay "$folder/log"
expect "a difference is shown" has out '1 turns, 1 with other words than then'
attune_exits 1 replay "$folder/nowhere.db" --session x

# --- bots that do not load ---
printf 'steps: []\nstpes: []\n' >"$folder/bot/flows/welcome.yaml"
for command in chat "chat --json" test; do
  # shellcheck disable=SC2086
  attune_exits 3 $command "$folder/bot" </dev/null
  expect "$command: all that is wrong is on stderr" has err 'flows/welcome.yaml:2:1: '
  expect "$command: nothing is on stdout" is_empty out
done
attune_exits 3 chat "$folder/nowhere" </dev/null
expect "a missing folder is told" has err "$folder/nowhere"

[ "$failures" = 0 ] && echo "all as expected"
