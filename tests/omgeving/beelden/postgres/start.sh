#!/bin/sh
# Takes POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB as the common image does; arguments go to the server.
set -eu
export PATH=/opt/postgres/bin:$PATH PGDATA=/var/lib/postgresql/data
if [ ! -f "$PGDATA/PG_VERSION" ]; then
  printf '%s' "$POSTGRES_PASSWORD" >/tmp/wachtwoord
  initdb --username="$POSTGRES_USER" --pwfile=/tmp/wachtwoord --auth=scram-sha-256 \
    --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C
  rm /tmp/wachtwoord
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  [ "$POSTGRES_DB" = postgres ] || echo "create database \"$POSTGRES_DB\"" | postgres --single -j postgres
fi
exec postgres -c listen_addresses='*' -c unix_socket_directories=/var/run/postgresql "$@"
