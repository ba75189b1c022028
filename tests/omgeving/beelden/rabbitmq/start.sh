#!/bin/sh
# Takes RABBITMQ_DEFAULT_USER and RABBITMQ_DEFAULT_PASS as the common image does.
set -eu
cat >/var/lib/rabbitmq/test.conf <<EINDE
listeners.tcp.default = 5672
loopback_users = none
default_user = $RABBITMQ_DEFAULT_USER
default_pass = $RABBITMQ_DEFAULT_PASS
log.console = true
log.file = false
EINDE
export HOME=/var/lib/rabbitmq RABBITMQ_NODENAME=test@localhost RABBITMQ_CONFIG_FILE=/var/lib/rabbitmq/test.conf
exec /usr/lib/rabbitmq/bin/rabbitmq-server
