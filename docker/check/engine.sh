# The container engine, Compose and the images. Sourced by compose-check.
# shellcheck shell=bash

start_engine() {
  need docker
  if docker info > /dev/null 2>&1; then
    say "using the engine that runs"
    return
  fi
  need dockerd
  [ "$(id -u)" = 0 ] || { say "no engine runs, and only root can start one"; exit 1; }
  say "starting an engine of its own"
  mkdir -p "$work/engine"
  # overlay where the kernel has it, or else vfs: that one copies every layer, and takes minutes for it
  setsid dockerd --data-root "$work/engine/data" --exec-root "$work/engine/exec" \
    --host "unix://$work/engine/docker.sock" --pidfile "$work/engine/docker.pid" \
    > "$work/engine/log" 2>&1 &
  engine=$!
  export DOCKER_HOST="unix://$work/engine/docker.sock" DOCKER_BUILDKIT=0
  if ! within 60 docker info > /dev/null 2>&1; then
    tail -20 "$work/engine/log" >&2
    say "the engine did not start"
    exit 1
  fi
}

engine_gone() { ! kill -0 "$engine" 2> /dev/null; }

stop_engine() {
  [ -n "$engine" ] || return 0
  kill "$engine" 2> /dev/null || true
  within 60 engine_gone || kill -9 "$engine" 2> /dev/null || true
  # what containers left mounted
  awk -v at="$work/" 'index($2, at) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount -l 2> /dev/null || true
}

find_compose() {
  if docker compose version > /dev/null 2>&1; then
    compose_command=(docker compose)
  else
    need docker-compose
    compose_command=(docker-compose)
  fi
}

# Only the settings of the check: a HANDRAIL_* of the caller must not leak in.
compose() {
  [ -n "${compose_command+x}" ] && [ -s "$work/env" ] || return 0
  env -i PATH="$PATH" HOME="$HOME" ${DOCKER_HOST:+DOCKER_HOST="$DOCKER_HOST"} \
    ${DOCKER_BUILDKIT:+DOCKER_BUILDKIT="$DOCKER_BUILDKIT"} \
    "${compose_command[@]}" -p "$project" --env-file "$work/env" -f "$root/docker-compose.yml" "$@"
}

compose_version() { "${compose_command[@]}" version 2> /dev/null | head -1; }

# Each image: present, pulled, or a stand-in under its name.
provide_images() {
  local image wanted=() name
  local java
  java="$(sed -n 's/^ARG JAVA_IMAGE=//p' "$root/Dockerfile")"
  for name in "java=$java" "kafka=$(image_named apache/kafka)" "postgres=$(image_named postgres)" \
    "mailpit=$(image_named axllent/mailpit)" "front=$(image_named haproxy)"; do
    image="${name#*=}"
    if docker image inspect "$image" > /dev/null 2>&1; then
      say "  $image: present"
    elif timeout 300 docker pull -q "$image" > /dev/null 2>&1; then
      say "  $image: pulled"
    else
      say "  $image: cannot be pulled, a stand-in takes its place"
      wanted+=("$name")
    fi
  done
  if [ "${#wanted[@]}" -gt 0 ]; then
    need debootstrap
    "$here/stand-ins/build" "${wanted[@]}"
  fi
}

image_named() { sed -n "s#^ *image: \($1:.*\)#\1#p" "$root/docker-compose.yml"; }
