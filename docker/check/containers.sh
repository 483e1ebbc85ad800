# What compose-check looks at in the containers. Sourced.
# shellcheck shell=bash

containers() { docker ps -q --filter "label=com.docker.compose.project=$project" "$@"; }

all_healthy() {
  local id state
  for id in $(containers -a); do
    state="$(docker inspect -f '{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{else}}unknown{{end}}' "$id")"
    case "$state" in
      "running healthy") ;;
      *) return 1 ;;
    esac
  done
}

await_health() {
  if within "$1" all_healthy; then
    held "every container runs and is healthy"
  else
    docker ps -a --filter "label=com.docker.compose.project=$project" --format '  {{.Names}}: {{.Status}}'
    broken "every container runs and is healthy"
    exit 1
  fi
}

# check_containers INSTANCES
check_containers() {
  local service count id user name
  for service in intake followup notifier; do
    count="$(containers --filter "label=com.docker.compose.service=$service" | wc -l)"
    expect "$service has $1 running" test "$count" = "$1"
  done
  for id in $(containers); do
    name="$(docker inspect -f '{{index .Config.Labels "com.docker.compose.service"}}' "$id")"
    user="$(docker top "$id" -eo uid,pid | awk 'NR > 1 { print $1 }' | sort -u | tr '\n' ' ')"
    case " $user" in
      *" 0 "* | " ") broken "$name does not run as root (uids: $user)" ;;
      *) held "$name does not run as root (uids: $user)" ;;
    esac
    expect "$name cannot write into its image" cannot_write "$id"
    expect "$name has no capabilities and gains none" powerless "$id"
  done
}

cannot_write() {
  local bounds
  bounds="$(docker inspect -f '{{.HostConfig.ReadonlyRootfs}}' "$1")"
  [ "$bounds" = true ] && ! docker exec "$1" sh -c 'touch /written-by-the-check' > /dev/null 2>&1
}

powerless() {
  local status
  status="$(docker exec "$1" cat /proc/1/status)" || return 1
  grep -q '^CapEff:[[:space:]]*0*$' <<< "$status" && grep -q '^NoNewPrivs:[[:space:]]*1$' <<< "$status"
}

show_logs() {
  [ -s "$work/env" ] || return 0
  say "the last lines of every container:"
  compose logs --no-color --tail=25 2>&1 | cut -c1-300 || true
}

# As a crash would, with nothing said before; it stays away.
kill_one_of_each() {
  local service
  for service in intake followup notifier; do
    docker kill "$(containers --filter "label=com.docker.compose.service=$service" | head -1)" > /dev/null
  done
}
