#!/usr/bin/env bash
# Plants every kind of violation in an empty house and sees that architecture.sh names the file and the rule, and that
# it leaves alone what is allowed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
for folder in nlu dialogs/script dialogs/engine dialogs/language transports bot tests; do
  mkdir -p "$copy/$folder"
  : >"$copy/$folder/empty.cpp"
done
failures=0 planted=0

check() { bash "$root/tests/architecture.sh" "$copy" 2>&1; }

fail() {
  printf 'FAILED: %s\n' "$1"
  failures=$((failures + 1))
}

# plant FILE RULE CODE: the code in a new file must be found.
plant() {
  local file=$1 rule=$2 code=$3 output
  mkdir -p "$copy/$(dirname "$file")"
  printf '%s\n' "$code" >"$copy/$file"
  output=$(check) && fail "$file: nothing was found in: $code"
  grep -qF "$file:1: $rule" <<<"$output" || fail "$file: not found as '$rule': $code"
  rm "$copy/$file"
  planted=$((planted + 1))
}

# allow FILE CODE: the code must not be found.
allow() {
  local file=$1 code=$2
  mkdir -p "$copy/$(dirname "$file")"
  printf '%s\n' "$code" >"$copy/$file"
  if check | grep -F "$file:"; then fail "$file: is allowed: $code"; fi
  rm "$copy/$file"
  planted=$((planted + 1))
}

check >/dev/null || fail "an empty house is in order"
if bash "$root/tests/architecture.sh" "$copy/nlu" >/dev/null; then fail "a folder that is no house is noticed"; fi

plant nlu/x.cpp "nlu includes from its right" '#include "dialogs/script/slot.hpp"'
plant nlu/text/x.hpp "nlu includes from its right" '#include "bot/server/log.hpp"'
plant dialogs/engine/x.cpp "dialogs includes from its right" '#include "transports/service.hpp"'
plant dialogs/x.hpp "dialogs includes from its right" '#  include "bot/store/store.hpp"'
plant transports/http/x.cpp "transports include from their right" '#include "bot/store/store.hpp"'
plant bot/x.cpp "the program includes a test" '#include "tests/unit/nlu/patterns.hpp"'
plant dialogs/engine/x.cpp "an include that climbs" '#include "../../bot/store/store.hpp"'

plant dialogs/script/x.hpp "script includes from its right" '#include "dialogs/engine/turn.hpp"'
plant dialogs/engine/x.cpp "engine includes language or analysis" '#include "dialogs/language/load.hpp"'
plant dialogs/language/x.cpp "language includes engine or analysis" '#include "dialogs/engine/state.hpp"'
plant dialogs/language/x.cpp "language includes engine or analysis" '#include "dialogs/analysis/wait.hpp"'
allow dialogs/analysis/x.cpp '#include "dialogs/language/load.hpp"'
allow dialogs/engine/x.cpp '#include "dialogs/script/flow.hpp"'

plant transports/rest/x.cpp "transports know only the engine's replies" '#include "dialogs/engine/turn.hpp"'
plant transports/rest/x.hpp "transports know only the engine's replies" '#include "dialogs/script/script.hpp"'
allow transports/rest/x.hpp '#include "dialogs/engine/reply.hpp"'

plant dialogs/engine/x.cpp "RE2 and ICU are only in nlu" '#include <re2/re2.h>'
plant bot/x.cpp "RE2 and ICU are only in nlu" '#include <unicode/uchar.h>'
plant dialogs/analysis/x.cpp "yaml-cpp is only in dialogs/language" '#include <yaml-cpp/yaml.h>'
plant bot/store/x.cpp "SQLite is only in bot/store/sqlite" '#include <sqlite3.h>'
plant bot/server/x.cpp "Beast is only in transports" '#include <boost/beast/http.hpp>'
plant transports/rest/x.hpp "Beast is never in a header" '#include <boost/beast/core.hpp>'
plant nlu/x.cpp "Boost is not in the pure folders" '#include <boost/asio.hpp>'
plant transports/x.cpp "CLI11 is only in bot" '#include <CLI/CLI.hpp>'
plant bot/x.hpp "headers include nlohmann/json_fwd.hpp only" '#include <nlohmann/json.hpp>'
allow bot/x.hpp '#include <nlohmann/json_fwd.hpp>'
allow bot/x.cpp '#include <nlohmann/json.hpp>'
allow transports/rest/x.cpp '#include <boost/beast/core.hpp>'
plant transports/sms/x.cpp "TLS is only in transports/http" '#include <openssl/ssl.h>'
plant transports/sms/x.cpp "a channel opens no socket" '#include "transports/http/client.hpp"'
allow transports/sms/x.cpp '#include "transports/http/client_message.hpp"'
allow bot/store/sqlite/x.cpp '#include <sqlite3.h>'

plant dialogs/engine/x.cpp "no clock in a pure folder" 'auto now = std::chrono::system_clock::now();'
plant nlu/x.cpp "no clock in a pure folder" 'long now = time(nullptr);'
plant dialogs/x.cpp "no clock in a pure folder" '#include <ctime>'
plant dialogs/engine/x.cpp "no chance in a pure folder" 'int n = rand();'
plant nlu/x.cpp "no chance in a pure folder" '#include <random>'
plant nlu/x.cpp "no thread in a pure folder" 'std::mutex lock;'
plant dialogs/x.cpp "no thread in a pure folder" '#include <thread>'
plant nlu/x.cpp "no socket in a pure folder" '#include <sys/socket.h>'
plant dialogs/language/x.cpp "no environment in a pure folder" 'auto home = std::getenv("HOME");'
plant dialogs/engine/x.cpp "no logging in a pure folder" 'std::cerr << "here";'
plant nlu/x.cpp "no logging in a pure folder" 'printf("here");'
plant dialogs/engine/x.cpp "files are read in dialogs/language only" '#include <fstream>'
allow dialogs/language/x.cpp '#include <filesystem>'
allow dialogs/engine/x.cpp 'int lifetime(int); int n = lifetime(2);  // not std::cout, not rand()'
allow bot/server/x.cpp 'auto now = std::chrono::system_clock::now();'

plant transports/x.cpp "co_await takes names" 'co_await send(Message{id, text});'
plant transports/x.cpp "co_await takes names" 'auto got = co_await post([text] { return text; });'
plant bot/x.cpp "co_await takes names" 'auto got = co_await
    send(id, {text, 1});'
plant tests/unit/x.cpp "co_await takes names" 'if (co_await send(Message{id})) { stop(); }'
allow transports/x.cpp 'if (auto got = co_await read(socket); got) { use(got); }'
allow transports/x.cpp 'while (!co_await done(names[2])) { wait(); }'
allow transports/x.cpp 'co_await send("{}", brace(0x7b));  // not co_await Message{id}'
allow transports/x.cpp 'Message message{id, text}; co_await send(message);'

printf '%d plants, %d failures\n' "$planted" "$failures"
[ "$failures" = 0 ]
