#!/usr/bin/env bash
# testproject.sh DIR: one of testprojecten (tellen.sh). Prints its lines at once when it ends; what passed and failed goes to a file of its own.
source tests/omgeving/tellen.sh
trap '[ -z "$lopend" ] || pkill -KILL -s "$lopend"' EXIT
trap 'exit 130' INT TERM HUP
uitslag="$resultaten/${1##*/}"
testproject "$1" >"$uitslag.regels"
cat "$uitslag.regels"
rm "$uitslag.regels"
echo "$geslaagd $mislukt" >"$uitslag.telling"
