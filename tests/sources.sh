#!/usr/bin/env bash
# Holds dialogs/attachment/SOURCES.md to the bot: every paragraph of the article (P1 to P33) has a text, and every text
# that the table names exists. Usage: sources.sh [ROOT]
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/..}/dialogs/attachment"
texts=$(sed -n 's/^| \([a-z0-9_.-]*\) |.*/\1/p' SOURCES.md | grep -v -x -e text -e --- || true)
[ -n "$texts" ] || { echo "SOURCES.md: there is no table"; exit 1; }
wrong=0
for text in $texts; do
  grep -qE "(^|[ {])${text//./\\.}: *(\"|\[|\$)" flows/*.yaml bot.yaml || { echo "SOURCES.md: no text has the id $text"; wrong=1; }
done
for paragraph in $(seq 1 33); do
  grep -qE "^\|[^|]*\|[^|]*\bP$paragraph\b" SOURCES.md || { echo "SOURCES.md: no text for P$paragraph of the article"; wrong=1; }
done
exit $wrong
