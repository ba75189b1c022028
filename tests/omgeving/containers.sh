#!/usr/bin/env bash
# usage: containers.sh DIR  Where no container engine answers: starts podman's API socket on images built here.
# Writes DIR/omgeving.env for the tests, and DIR/podman.pid when it started something that the caller must stop.
set -euo pipefail
hier=$(cd "$(dirname "$0")" && pwd)
map=$1
source "$hier/root.sh"

if docker version --format '{{.Server.Version}}' >/dev/null 2>&1; then
  echo "a container engine answers: $(docker version --format '{{.Server.Version}}')"
  : >"$map/omgeving.env"
  exit 0
fi

"$hier/pakketten.sh" podman runc netavark aardvark-dns iptables debootstrap

bestanden=$(ulimit -Hn)
cat >"$map/containers.conf" <<EINDE
[containers]
default_ulimits = ["nofile=$bestanden:$bestanden", "nproc=16384:16384"]
[engine]
runtime = "runc"
# The default keeps two processes for five minutes after each exec.
exit_command_delay = 10
[network]
network_backend = "netavark"
EINDE

als_root "$hier/beelden.sh" "$map/containers.conf" >"$map/beelden.env"

aansluiting="$map/podman.sock"
# The service's own shell writes its id, for behind sudo that of the job here is another.
als_root sh -c 'echo $$ >"$1/podman.pid"; CONTAINERS_CONF=$1/containers.conf exec podman system service --time=0 "unix://$1/podman.sock"' \
  sh "$map" >"$map/podman.log" 2>&1 &
for _ in $(seq 100); do
  if [ -S "$map/podman.sock" ]; then
    als_root chown "$(id -u)" "$map/podman.sock"
    {
      cat "$map/beelden.env"
      echo "DOCKER_HOST=unix://$map/podman.sock"
      echo "TESTCONTAINERS_RYUK_DISABLED=true"
      echo "TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1"
    } >"$map/omgeving.env"
    exit 0
  fi
  sleep 0.1
done
echo "podman's API socket did not appear in 10 s; see $map/podman.log" >&2
exit 1
