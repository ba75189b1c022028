#!/usr/bin/env bash
# Lints openapi/*.json by the NL GOV API Design Rules; errors fail, warnings are told.
set -euo pipefail
cd "$(dirname "$0")/lint"
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --ignore-scripts --prefer-offline --no-audit --no-fund
npx --no-install spectral lint --fail-severity=error -r ../../../openapi/nl-api-design-rules.spectral.yml "../../../openapi/*.json"
