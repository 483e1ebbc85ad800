# Small words for compose-check. Sourced.
# shellcheck shell=bash

say() { printf '%(%H:%M:%S)T compose-check: %s\n' -1 "$*"; }

# quietly COMMAND: its output only if it fails
quietly() {
  if ! "$@" > "$work/last.log" 2>&1; then
    tail -40 "$work/last.log" >&2
    say "failed: $1 ${2:-}"
    return 1
  fi
}

need() { command -v "$1" > /dev/null || { say "needs $1"; exit 1; }; }

# held WHAT / broken WHAT: a promise kept or not; the check goes on to see the others
held() { say "  ok      $*"; }
broken() { say "  BROKEN  $*"; failed=1; }

# expect WHAT COMMAND: the promise holds if the command succeeds
expect() {
  local what="$1"
  shift
  if "$@"; then held "$what"; else broken "$what"; fi
}

# within SECONDS COMMAND: tries until it succeeds
within() {
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$until" ] || return 1
    sleep 0.5
  done
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    # two tests: nobody listens, and we haven't chosen it ourselves
    if ! (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null && ! grep -qs "=$port$" "$work/env"; then
      echo "$port"
      return
    fi
  done
}

secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

# A zone in which it is the middle of the day: mail leaves between 08:00 and 20:00 only.
zone_at_midday() {
  local zone hour
  for zone in Pacific/Honolulu America/Los_Angeles America/New_York America/Sao_Paulo Europe/London Europe/Athens \
    Asia/Karachi Asia/Bangkok Asia/Tokyo Pacific/Auckland; do
    hour=$((10#$(TZ=$zone date +%H)))
    if [ "$hour" -ge 9 ] && [ "$hour" -le 16 ]; then
      echo "$zone"
      return
    fi
  done
  echo UTC
}
