#!/bin/sh
# make demo: the whole job on the sample, into a folder: tests/demo.sh ADREF FOLDER
#
# Shows each command; what the commands print is in FOLDER/session.txt, and shown with V=1 or when a
# command fails.
set -eu
adref=$(realpath "$1")
folder=$2
root=$(pwd)
export ADREF_LIBRARY="$root"
export GIT_AUTHOR_NAME="${GIT_AUTHOR_NAME:-Demo}" GIT_AUTHOR_EMAIL="${GIT_AUTHOR_EMAIL:-demo@example.org}"
export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"

rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
folder=$(pwd)
session=$folder/session.txt
printed=$folder/printed

# run WORDS COMMAND...: WORDS stand for the command. adref diff has status 1 when there are differences.
run() {
  printf '$ %s\n' "$1"
  printf '\n$ %s\n' "$1" >>"$session"
  shift
  status=0
  "$@" >"$printed" 2>&1 || status=$?
  cat "$printed" >>"$session"
  [ -z "${V:-}" ] || cat "$printed"
  [ "$status" -eq 0 ] || [ "$2 $status" = 'diff 1' ] || {
    cat "$printed"
    exit "$status"
  }
}

say() {
  run "adref $*" "$adref" "$@"
}
sample="$root/statements/japan-asean-2023"

# The values of the sample's statement.yaml, as a drafter would keep them in a file.
sed -n '/^values:/,$p' "$sample/statement.yaml" | sed -e 1d -e 's/^  //' >values.yaml

say init workspace
cd workspace
say new japan-asean-2023 --outline summit-joint-statement --parties JPN,ASEAN \
  --place '{en: Tokyo, ja: 東京}' --date 2023-12-17 --languages en,ja --values ../values.yaml
sed -n '/^roles:/p' "$sample/statement.yaml" >>statements/japan-asean-2023/statement.yaml
say draft
say check
say status
say circulate

# What delegations and the chair write in their editors: an editor is any program that changes a file.
editor() {
  printf '#!/bin/sh\n%s\n' "$1" >"$folder/editor"
  chmod +x "$folder/editor"
  shift
  EDITOR="'$folder/editor'" say edit "$@"
}
editor "sed -i 's/within ninety days/within [sixty - JPN \\/ ninety - ASEAN] days/' \"\$1\"" \
  points-of-contact --as JPN
editor "sed -i 's/officials will hold policy meetings/officials [will - JPN \\/ should - ASEAN] hold policy meetings/' \"\$1\"
echo '<!-- note ASEAN: Illustrative: shows the notation, not a position that anybody took. -->' >>\"\$1\"" \
  policy-meetings --as ASEAN
say show points-of-contact
say status
say diff
say diff -o "$folder/redline.html"
say diff -o "$folder/redline.pdf"
say diff -o "$folder/redline.docx"
say export -o "$folder/negotiating.html"
say export --view public -o "$folder/public.html"
say export -o "$folder/negotiating.docx"
say export --lang ja -o "$folder/negotiating.ja.html"
say export --format markdown -o "$folder/text.md"

# The brackets are settled, the text is agreed, circulated once more and signed.
editor "sed -i 's/\[sixty - JPN \\/ ninety - ASEAN\]/sixty/' \"\$1\"" points-of-contact
editor "sed -i -e 's/\[will - JPN \\/ should - ASEAN\]/will/' -e '/note ASEAN/d' \"\$1\"" policy-meetings
for party in JPN ASEAN; do
  say agree --all-unbracketed --as "$party"
  ssh-keygen -q -t ed25519 -N '' -C "$party, for this demonstration" -f "$folder/$party.key"
  say signers add "$folder/$party.key.pub" --as "$party"
done
say status
say circulate
for party in JPN ASEAN; do
  say sign --as "$party" --key "$folder/$party.key" --name 'A. Demo' --place Tokyo --yes
done
say verify
say finalize -o "$folder/final"
say verify "$folder/final/japan-asean-2023-rev1.tar"
say export --view clean --format pdf -o "$folder/clean.pdf"
say export --view clean --format pdf --beside ja -o "$folder/side-by-side.pdf"
say export --view clean --format pdf --alternat ASEAN --signatures -o "$folder/alternat-ASEAN.pdf"
say status -o "$folder/status.pdf"
say log
say blame points-of-contact
say stats
run 'git log --oneline' git --no-pager log --oneline
run 'git fsck --strict' git fsck --strict --no-dangling --no-progress

# Next year's text begins with this one. Four delegations send what they want, one of them in Word; the
# chair settles it, nobody breaks the silence, and anybody can check the package without adref.
say new japan-asean-2024 --from japan-asean-2023 --date 2024-10-10 \
  --place '{en: Vientiane, ja: ビエンチャン}' </dev/null
text=statements/japan-asean-2024/en.md
sed -i '/gathered in\|summit convened\|ADOPTED in/ {s/Tokyo/Vientiane/; s/17 December 2023/10 October 2024/
  s/December 2023/October 2024/}' "$text"
sed -i '/参集し\|特別首脳会議\|採択された。/ {s/東京/ビエンチャン/; s/2023年12月17日/2024年10月10日/
  s/2023年12月/2024年10月/}' "${text%en.md}ja.md"
say save japan-asean-2024 -m 'The facts of 2024'
say circulate japan-asean-2024
say export japan-asean-2024 -o "$folder/sent.docx"
sed 's/within sixty days/within thirty days/' "$text" >"$folder/JPN.md"
sed 's/within sixty days/within ninety days/' "$text" >"$folder/IDN.md"
sed 's/officials will hold/officials should hold/' "$text" >"$folder/VNM.md"
perl "$root/tests/cli/docx-edit.pl" "$folder/sent.docx" "$folder/THA.docx" 's/sixty/forty-five/'
say compile japan-asean-2024 zero --from JPN="$folder/JPN.md" --from IDN="$folder/IDN.md" \
  --from VNM="$folder/VNM.md" --from THA="$folder/THA.docx" -o "$text"
say save japan-asean-2024 -m 'What the delegations want'
say resolve japan-asean-2024 points-of-contact --take base
say resolve japan-asean-2024 policy-meetings --take base
say agree japan-asean-2024 --all-unbracketed --as ASEAN
GIT_COMMITTER_DATE="$(date -d '3 days ago' '+%s %z')" say circulate japan-asean-2024 \
  --silence "$(date -u -d yesterday +%Y-%m-%dT%H:%M)[UTC]"
say finalize japan-asean-2024@rev1 --adopted --as JPN --key "$folder/JPN.key" -o "$folder/adopted"
cd "$folder/adopted"
tar xf ./*.tar
cd japan-asean-2024-rev1
grep '^    ' VERIFY.txt >"$folder/commands"
run 'the commands of VERIFY.txt' sh -e "$folder/commands"

# A secretariat and four delegations in five clones: one knows git only, one gets files by mail.
mkdir "$folder/talks"
cd "$folder/talks"
PATH="$(dirname "$adref"):$PATH" LIBRARY="$root/tests/cli/library"
export PATH LIBRARY
run 'tests/cli/negotiation.sh 3' sh "$root/tests/cli/negotiation.sh" 3
[ "$(sed 's/^ *//' "$printed")" = '5 TREE' ] || {
  cat "$printed"
  exit 1
}
cd sec
"$adref" verify talks@final >>"$session" 2>&1
printf 'Three rounds in five clones, talks/: all have the same files, and all have signed.\n'

rm "$folder/commands" "$folder"/???.md "$folder/editor" "$printed" "$folder"/*.key "$folder"/*.key.pub
printf '\nThe pages are %s/*.html, *.pdf and *.docx, the packages are in final/ and adopted/,\n' "$folder"
printf 'the workspace is workspace/, what the commands printed is %s/session.txt.\n' "$folder"
