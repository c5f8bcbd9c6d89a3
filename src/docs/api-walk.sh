#!/usr/bin/env bash
# The main job by the API: rows in, problems out, one mended, submitted, decided, cards fetched.
#
#   PORTAL=http://127.0.0.1:8080 CLIENT_ID=… CLIENT_SECRET=… bash src/docs/api-walk.sh
#
# Client id and secret come from the page "Programs" (Kết nối phần mềm) of the organisation's administrator, with all scopes.
# The rows fit the demo organisation of nhansu@demo.example; a reviewer (canbo.sct@demo.example) decides while this waits.
set -euo pipefail
api=${PORTAL:-http://127.0.0.1:8080}/api/v1
run=${RUN:-$$-$RANDOM}                                 # makes people and idempotency keys of this run its own
out=$(mktemp -d)

member() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d'"' -f4; }
number() { grep -o "\"$1\":[0-9]*" | head -n 1 | cut -d: -f2; }
step() { printf '\n== %s\n' "$1"; }

step "1. A token for half an hour"
token=$(curl -sS -f -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials "$api/token" | member access_token)
call() { curl -sS -f -H "Authorization: Bearer $token" -H 'Accept-Language: en' "$@"; }
json='Content-Type: application/json'

step "2. A list with two people, one of them with a mistake in the phone number"
one=$(printf '056090%06d' $((RANDOM % 1000 * 1000 + RANDOM % 1000)))
two=$(printf '056190%06d' $((RANDOM % 1000 * 1000 + RANDOM % 1000)))
common='"document_kind":"CCCD","residence":"22327","workplace":"Nhà máy chế biến Vĩnh Hòa","activities":"LV_DN"'
days="\"valid_from\":\"$(date +%d/%m/%Y)\",\"valid_to\":\"$(date -d '+20 days' +%d/%m/%Y)\""
cat > "$out/list.json" <<EOF
{"form":"M01","name":"Danh sách qua API $run","rows":[
 {"full_name":"Nguyễn Văn An","birth_date":"1990","sex":"Nam","document_number":"$one","phone":"0905123456",$common,$days},
 {"full_name":"Trần Thị Bình","birth_date":"1990","sex":"Nữ","document_number":"$two","phone":"12345",$common,$days}]}
EOF
begun=$(call -H "$json" -H "Idempotency-Key: begin-$run" --data-binary "@$out/list.json" "$api/staff-lists")
list=$api/staff-lists/$(echo "$begun" | member id)
echo "$list"

step "3. A job reads it: ask until it is no longer busy"
until call "$list" | grep -q '"busy":false'; do sleep 1; done
call "$list" | grep -o '"rows":{[^}]*}'

step "4. What is wrong, row by row, in words"
bad=$(call "$list/rows?state=bad")
echo "$bad" | grep -o '"problems":\[[^]]*\]'

step "5. The cell is mended: row, column, what was seen there, what shall stand there"
row=$(echo "$bad" | member id)
call -X PATCH -H "$json" -H "Idempotency-Key: mend-$run" \
    -d "{\"corrections\":[{\"row\":\"$row\",\"column\":\"phone\",\"seen\":\"12345\",\"text\":\"0905123457\"}]}" "$list/rows" > "$out/mended.json"
grep -o '"state":"[a-z]*"' "$out/mended.json"

step "6. Submitted, as it is now: If-Match refuses where somebody changed it meanwhile"
call -D "$out/head" "$list" > "$out/now.json"
tag=$(grep -i '^etag:' "$out/head" | tr -d '\r' | cut -d' ' -f2)
call -X POST -H "If-Match: $tag" -H "Idempotency-Key: submit-$run" "$list/submission" > "$out/submitted.json"
until call "$list" | grep -q '"busy":false'; do sleep 1; done
call "$list" | grep -o '"entries":{[^}]*}'

step "7. The agency decides; this waits for it"
until call "$list" > "$out/now.json" && test "$(number waiting < "$out/now.json")$(number pending < "$out/now.json")" = 00; do
    sleep 2
done

step "8. Decisions, with the reason where it is no"
call "$list/entries" | grep -o '"name":"[^"]*","state":"[a-z]*"'

step "9. Cards: their numbers and states, and the sheets to print"
call "$list/cards" | grep -o '"number":"[^"]*","state":"[a-z]*"'
call -o "$out/cards.pdf" "$list/cards.pdf"
head -c 8 "$out/cards.pdf"
printf '\n%s\n' "$out/cards.pdf"
