#!/usr/bin/env bash
# Runs a command and marks what it prints on standard output as a result to show (see controle in tellen.sh).
set -uo pipefail
"$@" | sed 's/^/result: /'
exit "${PIPESTATUS[0]}"
