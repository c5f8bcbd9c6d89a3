#!/usr/bin/env bash
# Records into a source of health data by the API: sent, accounted for row by row, mended, withdrawn.
#
#   PORTAL=http://127.0.0.1:8080 CLIENT_ID=… CLIENT_SECRET=… bash src/docs/records-walk.sh
#
# Client id and secret come from the page "Programs" (Kết nối phần mềm) of an officer of the source, with both scopes. The rows
# fit the source TIEM-CHUNG of the demo province (dulieu.cdc@demo.example).
set -euo pipefail
api=${PORTAL:-http://127.0.0.1:8080}/api/v1
source=${SOURCE:-TIEM-CHUNG}
run=${RUN:-$$-$RANDOM}                                 # makes people and idempotency keys of this run its own
out=$(mktemp -d)

member() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d'"' -f4; }
number() { grep -o "\"$1\":[0-9]*" | head -n 1 | cut -d: -f2; }
step() { printf '\n== %s\n' "$1"; }

step "1. A token for half an hour"
token=$(curl -sS -f -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials "$api/token" | member access_token)
call() { curl -sS -f -H "Authorization: Bearer $token" -H 'Accept-Language: en' "$@"; }
json='Content-Type: application/json'

step "2. What a row of the source has, and which facilities it may name"
call "$api/sources/$source" > "$out/source.json"
grep -o '"key":"[^"]*"' "$out/source.json" | cut -d'"' -f4 | paste -sd ' '
facility=$(grep -o '"facilities":.*' "$out/source.json" | member code)
echo "$facility"

step "3. Two doses, one of them on a day before the campaign"
one=$(printf '056085%06d' $((RANDOM % 1000 * 1000 + RANDOM % 1000)))
two=$(printf '056185%06d' $((RANDOM % 1000 * 1000 + RANDOM % 1000)))
rows() {
    cat <<EOF
{"rows":[
 {"full_name":"Nguyễn Văn An","birth_date":"07/03/1985","document_number":"$one","vaccine":"AZ","dose_number":"1","injected_on":"$(date -d '-2 days' +%d/%m/%Y)","facility":"$facility"},
 {"full_name":"Trần Thị Bình","birth_date":"1985","document_number":"$two","vaccine":"AZ","dose_number":"1","injected_on":"$1","facility":"$facility"}]}
EOF
}
send() { call -H "$json" -H "Idempotency-Key: $1-$run" --data-binary "@$2" "$api/sources/$source/imports"; }
rows 01/01/2021 > "$out/rows.json"
import=$api/sources/$source/imports/$(send first "$out/rows.json" | member id)
echo "$import"

step "4. A job reads them: ask until it is no longer busy. Then the account: each row is new, replaces one, is known, or is bad"
until call "$import" | grep -q '"busy":false'; do sleep 1; done
call "$import" | grep -o '"rows":{[^}]*}'

step "5. What is wrong, row by row, in words"
call "$import/rows" | grep -o '"row":[0-9]*,"taken":[a-z]*\|"code":"[^"]*","column":"[^"]*"\|"detail":"[^"]*"'

step "6. Mended and sent as a whole: what is known already changes nothing"
rows "$(date -d '-2 days' +%d/%m/%Y)" > "$out/mended.json"
import=$api/sources/$source/imports/$(send mended "$out/mended.json" | member id)
until call "$import" | grep -q '"busy":false'; do sleep 1; done
call "$import" | grep -o '"rows":{[^}]*}'

step "7. An import that was wrong is withdrawn as a whole, where it still does what it says"
call "$import/withdrawal" > "$out/foreseen.json"
cat "$out/foreseen.json"
echo
cat > "$out/withdrawal.json" <<EOF
{"reason":"Dữ liệu thử","ending":$(number ending < "$out/foreseen.json"),"returning":$(number returning < "$out/foreseen.json"),"replaced":$(number replaced < "$out/foreseen.json")}
EOF
call -H "$json" -H "Idempotency-Key: withdraw-$run" --data-binary "@$out/withdrawal.json" "$import/withdrawal" | grep -o '"state":"[a-z]*"'
