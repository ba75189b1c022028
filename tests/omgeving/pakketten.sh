#!/usr/bin/env bash
# usage: pakketten.sh PACKAGE…  Installs the Debian packages that are not there yet; no service of theirs is started.
set -euo pipefail
source "$(dirname "$0")/root.sh"

ontbreekt=()
for pakket in "$@"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$pakket" 2>/dev/null)" = installed ] || ontbreekt+=("$pakket")
done
[ ${#ontbreekt[@]} = 0 ] && exit 0
command -v apt-get >/dev/null || { echo "Install these by hand, this system has no apt-get: ${ontbreekt[*]}" >&2; exit 1; }

echo "installing: ${ontbreekt[*]}"
# A broker on its default port and on every interface is not what the tests want: they start their own.
beleid=/usr/sbin/policy-rc.d
if [ ! -e "$beleid" ]; then
  trap 'als_root rm -f "$beleid"' EXIT
  printf '#!/bin/sh\nexit 101\n' | als_root tee "$beleid" >/dev/null
  als_root chmod 755 "$beleid"
fi
als_root apt-get update -q
als_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 "${ontbreekt[@]}" || {
  echo "These packages could not be installed: ${ontbreekt[*]}. Install them by hand, then start again." >&2
  exit 1
}
if [[ " ${ontbreekt[*]} " == *" rabbitmq-server "* ]]; then als_root update-rc.d rabbitmq-server disable; fi
if [[ " ${ontbreekt[*]} " == *" clamav-daemon "* ]]; then
  for dienst in clamav-daemon clamav-freshclam; do
    if [ -e "/etc/init.d/$dienst" ]; then als_root update-rc.d "$dienst" disable; fi
  done
fi
