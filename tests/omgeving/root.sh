# Sourced. als_root COMMAND…: runs it as root, directly or through sudo; says what to do when neither can be.
als_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    echo "Needs root for: $*. Run tests/run as root, or give this account sudo without a password prompt." >&2
    return 1
  fi
}
