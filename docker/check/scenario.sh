# What compose-check plays through the published ports. Sourced.
# shellcheck shell=bash

choose_settings() {
  local zone
  zone="$(zone_at_midday)"
  sed "s#America/New_York#$zone#" "$here/sites.json" > "$work/sites.json"
  chmod 0644 "$work/sites.json"
  chmod 0711 "$work"
  key="$(secret)"
  password="$(secret)"
  : > "$work/env"
  local name
  for name in INTAKE CONSOLE LINKS MAILBOX; do
    echo "PUBLISH_$name=$(free_port)" >> "$work/env"
  done
  intake="http://127.0.0.1:$(published INTAKE)"
  console="http://127.0.0.1:$(published CONSOLE)"
  links="http://127.0.0.1:$(published LINKS)"
  mailbox="http://127.0.0.1:$(published MAILBOX)"
  cat >> "$work/env" << END
SITES_FILE=$work/sites.json
HANDRAIL_DB_PASSWORD=$(secret)
HANDRAIL_INTERNAL_TOKEN=$(secret)
HANDRAIL_ADMIN_PASSWORD=$password
HANDRAIL_INTAKE_BOOTSTRAP_KEY=booking=$key
HANDRAIL_INTAKE_URL=$intake
HANDRAIL_CONSOLE_URL=$console
HANDRAIL_LINKS_URL=$links
END
}

published() { sed -n "s/^PUBLISH_$1=//p" "$work/env"; }


# play LABEL [COUNT]: so many inquiries by the form and bookings by the API, and what must come of them
round=0
written_to=()
play() {
  local i
  say "playing: $1"
  for ((i = 1; i <= ${2:-1}; i++)); do
    round=$((round + 1))
    inquire "inquirer-$round@example.org"
    book "client-$round@example.org" "APT-$round"
  done
  for ((i = round - ${2:-1} + 1; i <= round; i++)); do
    expect "the inquirer of round $i has a receipt" within 90 mail_to "inquirer-$i@example.org"
    expect "the client of round $i has a confirmation" within 90 mail_to "client-$i@example.org"
    written_to+=("inquirer-$i@example.org" "client-$i@example.org")
  done
  expect "staff find the inquiries in the queue" within 60 tasks_at_least "$round"
  stop_by_link "client-$round@example.org"
}

# status of a request whose answer goes to $work/answer
request() { curl -sS --max-time 20 -o "$work/answer" -w '%{http_code}' "$@"; }

accepted() {
  local what="$1" status
  shift
  status="$(request "$@")" || status="no answer"
  case "$status" in
    200 | 201 | 202 | 303) held "$what ($status)" ;;
    *) broken "$what ($status: $(head -c 400 "$work/answer" 2> /dev/null))" ;;
  esac
}

# Fills in the form as it stands on the page: hidden fields go back as they came.
inquire() {
  local hidden=() field
  curl -sS --max-time 20 -o "$work/form" "$intake/"
  while IFS= read -r field; do
    hidden+=(--data-urlencode "$field")
  done < <(grep -oE '<input type="hidden"[^>]*>' "$work/form" \
    | sed -nE 's/.*name="([^"]*)" value="([^"]*)".*/\1=\2/p')
  accepted "the form takes an inquiry" -X POST "$intake/inquiries" "${hidden[@]}" \
    --data-urlencode "relationship=self" --data-urlencode "givenName=Robin" --data-urlencode "email=$1" \
    --data-urlencode "preferredContact=email" --data-urlencode "emailRequest=yes" \
    --data-urlencode "message=Please write in the afternoon."
}

api() {
  local path="$1"
  shift
  accepted "the API takes $path" -X POST "$intake/api/v1/$path" -H "Authorization: Bearer $key" \
    -H "Content-Type: application/json" -H "Idempotency-Key: $project-$round-$path" "$@"
}

book() {
  local now client
  now="$(date -u +%FT%TZ)"
  client="{\"reference\": \"C-$round\", \"givenName\": \"Alex\", \"email\": \"$1\"}"
  api consents -d "{\"reference\": \"CON-$round\", \"client\": $client,
    \"purposes\": [\"APPOINTMENT_REMINDERS\", \"FOLLOW_UP\"], \"wording\": \"check/1\", \"language\": \"en\",
    \"how\": \"SPOKEN\", \"riskWarningShown\": true, \"addressReadBack\": true, \"occurredAt\": \"$now\"}"
  api appointments -d "{\"reference\": \"$2\", \"client\": {\"reference\": \"C-$round\"}, \"kind\": \"THERAPY\",
    \"startsAt\": \"$(date -u -d '+5 days' +%F)T10:00\", \"site\": \"main\", \"occurredAt\": \"$now\"}"
}

# the ids of what the catcher has for an address
mails_to() {
  curl -sS --max-time 10 "$mailbox/api/v1/messages?limit=500" | tr -d '\n' | sed 's/"ID"/\n"ID"/g' \
    | { grep -F "\"$1\"" || true; } | sed -E 's/^"ID": ?"([^"]*)".*/\1/'
}

mail_to() { [ -n "$(mails_to "$1")" ]; }

tasks_at_least() {
  local found
  found="$(curl -sS --max-time 10 -u "admin:$password" "$console/api/v1/tasks?kind=CALL_BACK&limit=200" \
    | grep -o '"CALL_BACK"' | wc -l)"
  [ "$found" -ge "$1" ]
}

# The page behind the link, then the mail program's one click: for the right token only, and without a cookie.
stop_by_link() {
  local id headers link
  id="$(mails_to "$1" | head -1)"
  if [ -z "$id" ]; then
    broken "no mail to $1, so no stop link to follow"
    return
  fi
  curl -sS --max-time 10 -o "$work/mail" "$mailbox/api/v1/message/$id/raw"
  headers="$(tr -d '\r' < "$work/mail" | sed '/^$/,$d' | sed -e ':a' -e '$!N;s/\n[ \t]\+/ /;ta' -e 'P;D')"
  expect "its subject gives nothing away" discreet "$(grep -i '^Subject:' <<< "$headers")"
  link="$(sed -nE 's/^List-Unsubscribe: *<([^>]*)>.*/\1/Ip' <<< "$headers")"
  expect "its stop link is under the address of the links" test "${link#"$links"/u/}" != "$link"
  accepted "one click stops mail to the client" -X POST "$link" --data "List-Unsubscribe=One-Click"
}

discreet() { [ -n "$1" ] && ! grep -qiE 'detox|rehab|recover|addict|therap|counsel|substance|treatment' <<< "$1"; }

# Nobody got anything twice: asked last, when there was time for it.
check_mail() {
  local address
  for address in "${written_to[@]}"; do
    expect "one mail to $address" test "$(mails_to "$address" | wc -l)" = 1
  done
}
