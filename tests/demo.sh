#!/bin/sh
# make demo: the main job on the sample, into a folder. Shows each command before it runs.
#   tests/demo.sh ADREF FOLDER
set -eu
adref=$1
folder=$2
root=$(pwd)
export ADREF_LIBRARY="$root"
export GIT_AUTHOR_NAME="${GIT_AUTHOR_NAME:-Demo}" GIT_AUTHOR_EMAIL="${GIT_AUTHOR_EMAIL:-demo@example.org}"
export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"

say() {
  printf '\n$ adref %s\n' "$*"
  "$adref" "$@"
}

rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
folder=$(pwd)
sample="$root/statements/japan-asean-2023"

# The values of the sample's statement.yaml, as a drafter would keep them in a file.
sed -n '/^values:/,$p' "$sample/statement.yaml" | sed -e 1d -e 's/^  //' >values.yaml

say init workspace
cd workspace
say new japan-asean-2023 --outline summit-joint-statement --parties JPN,ASEAN --place Tokyo \
  --date 2023-12-17 --languages en,ja --values ../values.yaml
say draft
say status

# What two delegations write in their editors: an editor is any program that changes a file.
cat >"$folder/japan" <<'EDITOR'
#!/bin/sh
sed -i 's/within ninety days/within [sixty - JPN \/ ninety - ASEAN] days/' "$1"
EDITOR
cat >"$folder/asean" <<'EDITOR'
#!/bin/sh
sed -i 's/officials will hold policy meetings/officials [will - JPN \/ should - ASEAN] hold policy meetings/' "$1"
echo '<!-- note ASEAN: Illustrative: shows the notation, not a position that anybody took. -->' >>"$1"
EDITOR
chmod +x "$folder/japan" "$folder/asean"
EDITOR="$folder/japan" say edit points-of-contact --as JPN
EDITOR="$folder/asean" say edit policy-meetings --as ASEAN

say show points-of-contact
say status
say log
printf '\n$ git log --oneline\n'
git --no-pager log --oneline
git fsck --strict --no-dangling --no-progress

say export -o "$folder/negotiating.html"
say export --view public -o "$folder/public.html"
say export --lang ja -o "$folder/negotiating.ja.html"
say export --format markdown -o "$folder/text.md"
rm "$folder/japan" "$folder/asean"
printf '\nThe pages are %s/*.html, the workspace is %s/workspace.\n' "$folder" "$folder"
