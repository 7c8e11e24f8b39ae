#!/bin/sh
# Makes the fixtures of this folder anew, with the program that ADREF names (README.md says which
# one made those that are here): sh tests/cli/older/make.sh, from the root of the repository.
set -e
ROOT=$PWD
OUT=$ROOT/tests/cli/older
ADREF_LIBRARY=$ROOT/tests/cli/library
HOME=$(mktemp -d)
export HOME ADREF_LIBRARY
export GIT_AUTHOR_DATE='2023-12-01T09:00:00+0900' GIT_COMMITTER_DATE='2023-12-01T09:00:00+0900'
git config --global user.name 'Aiko Mori'
git config --global user.email aiko@example.org
git config --global init.defaultBranch main
PARTIES='JPN THA VNM'

adref() { "$ADREF" "$@" >>"$HOME/log" 2>&1 || { echo "adref $*"; tail -n 5 "$HOME/log"; exit 1; }; }

# One minute later.
tick() {
  at=$(date -u -d "$GIT_AUTHOR_DATE + 1 minute" +%Y-%m-%dT%H:%M:%SZ)
  GIT_AUTHOR_DATE=$at GIT_COMMITTER_DATE=$at
}

begin() { # STATEMENT LANGUAGES
  adref new "$1" --outline short --parties JPN,THA,VNM --place Tokyo --date 2023-12-17 \
    --languages "$2" --set occasion=Friendship --set people=5000
  adref draft "$1"
  for language in $(echo "$2" | tr , ' '); do
    "$ADREF" format "$OUT/$language.md" >"statements/$1/$language.md" 2>>"$HOME/log"
  done
  tick
  adref save "$1" -m 'First text'
}

settle() { # STATEMENT
  sed -i 's/\[[a-z]* - JPN . \([a-z]*\) - THA\]/\1/; s/\[[^][]* - JPN . \([^][]*\) - THA\]/\1/' "statements/$1"/*.md
  tick
  adref save "$1" -m Settled
}

agree_all() { # STATEMENT
  for party in $PARTIES; do
    tick
    adref agree "$1" --all-unbracketed --as $party
  done
}

sign() { # STATEMENT@LABEL
  for party in $PARTIES; do
    tick
    adref sign "$1" --as $party --key "$HOME/$party" --yes --title Minister --place Tokyo
  done
}

mkdir "$HOME/talks"
cd "$HOME/talks"
adref init
for party in $PARTIES; do
  ssh-keygen -q -t ed25519 -N '' -C '' -f "$HOME/$party"
  adref signers add "$HOME/$party.pub" --as $party
done

# odd: agreements, a reservation, a reopening, a change after an agreement, an open bracket.
begin odd en,ja
tick
adref circulate odd
agree_all odd
tick
adref reserve odd water --as THA --reason 'The capital asks'
tick
adref reopen odd notes --as VNM --reason 'The note is old'
sed -i 's/4,000/4,500/' statements/odd/*.md
tick
adref save odd -m 'Another amount'
tick
adref agree odd figures --as JPN

# both: agreed and signed by all, in two languages.
begin both en,ja
settle both
agree_all both
tick
adref circulate both
sign both@zero

# pact: agreed, signed and published; then a correction, likewise.
begin pact en
settle pact
agree_all pact
tick
adref circulate pact
sign pact@zero
adref finalize pact --output "$HOME/out"
gzip -9 -n <"$HOME/out/pact-zero.tar" >"$OUT/pact-zero.tar.gz"
sed -i 's/4,000/4,100/; s/second/next/' statements/pact/en.md
tick
adref save pact -m Corrected
agree_all pact
adref correct pact --reason 'The amount was wrong.'
sign pact@corr1
adref finalize pact --output "$HOME/out"
gzip -9 -n <"$HOME/out/pact-corr1.tar" >"$OUT/pact-corr1.tar.gz"

# quiet: one draft adopted by silence, one under silence to which THA objects.
begin quiet en,ja
settle quiet
tick
adref circulate quiet --silence '2023-12-01T18:00[Asia/Tokyo]'
tick
adref circulate quiet --silence '2199-07-01T18:00[Asia/Tokyo]' --label rev1
tick
adref break-silence quiet@rev1 --as THA --key "$HOME/THA" --reason 'The second item'

git gc -q
git bundle create -q "$OUT/talks.bundle" --all
rm -rf "$HOME"
