# A played negotiation, for tests/cli/negotiation.md: negotiation.sh ROUNDS [TYPIST]
#
# Five clones: the secretariat's (sec), which keeps the trunk; Tokyo and Bangkok work with adref sync;
# Hanoi knows git only; Jakarta gets and sends files by mail; Manila has Word alone and no clone: it
# gets and sends a Word file, in which it marks what it writes in every other round, and signs at the
# secretariat's. TYPIST IN.docx OUT.docx BOOKMARK WORD NEW yes|no is its Word: it types NEW behind the
# first WORD in the bookmark, as a tracked change (yes) or not; without it, a small program does.
# In each round every delegation
# changes a clause, with a word that stands nowhere else ("jpn7"); the secretariat joins all of it,
# settles a bracket and sends the trunk; some agree, and reopen later.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
rounds=$1
typist=${2-typist}
text=statements/talks/en.md
log=$PWD/log

# quiet COMMAND...: 1 is no failure, it says that something is left to decide.
quiet() {
  echo "\$ $*" >>"$log"
  "$@" >>"$log" 2>&1 || [ $? -eq 1 ] || {
    tail -n 20 "$log"
    echo "failed: $*"
    exit 1
  }
}

# in_clone NAME COMMAND...
in_clone() {
  folder=$1
  shift
  (cd "$folder" && quiet "$@")
}

typist() {
  new=" $5"
  [ "$6" = no ] || new='</w:t></w:r><w:ins w:id="900001" w:author="Maria Santos"><w:r><w:t xml:space="preserve"> '$5'</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">'
  perl "$here/docx-edit.pl" "$1" "$2" "s|(w:name=\"$3\".*? $4)|\$1$new|s"
}

# The clause whose turn it is: 1 to 12.
clause() { echo "point-$(($1 % 12 + 1))"; }

# A delegation writes its word behind one of the words of a clause, in its editor.
write() { sed -i "/<!-- op $1 /,/^\$/s/ $2/ $2 $3/" "$4"; }

begin() {
  quiet adref init --empty sec
  cd sec
  cp "$LIBRARY/templates/parties.yaml" templates/
  sed -i 's/^groups:/  IDN:\n    short: Indonesia\n  PHL:\n    short: the Philippines\ngroups:/; s/members: \[/&IDN, PHL, /' templates/parties.yaml
  mkdir -p statements/talks
  printf 'title: Joint Statement on Ferries\nlanguages: [en]\nparties: [JPN, THA, VNM, IDN, PHL]\nstyle: asean\nadoption: agreed\n' \
    >statements/talks/statement.yaml
  for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
    printf '<!-- op point-%d -->\nThe Participants will discuss point %d with care, open the harbours in spring, and report to the Ministers every year.\n\n' $n $n
  done >$text
  mkdir ../keys
  for party in JPN THA VNM IDN PHL; do
    ssh-keygen -q -t ed25519 -N '' -C '' -f ../keys/$party
    quiet adref signers add ../keys/$party.pub --as $party
  done
  git add .
  quiet git commit -qm 'Zero draft'
  quiet git init -q --bare -b main ../hub.git
  quiet git remote add origin ../hub.git
  quiet git config adref.trunk main
  quiet adref save
  quiet adref sync --trunk
  cd ..
  quiet adref init --from hub.git --as JPN tokyo
  quiet adref init --from hub.git --as THA bangkok
  quiet git clone -q hub.git hanoi
  in_clone hanoi git switch -qc VNM
  in_clone hanoi git push -q -u origin VNM
  in_clone hanoi git config merge.adref.driver 'adref merge-driver %O %A %B %P'
  quiet git clone -q hub.git jakarta
}

delegations() {
  n=$1
  in_clone tokyo adref sync
  in_clone tokyo adref propose "$(clause "$n")" --insert "jpn$n" --after care
  in_clone tokyo adref sync
  in_clone bangkok adref sync
  write "$(clause $((n * 5)))" spring "tha$n" bangkok/$text
  in_clone bangkok adref save
  in_clone bangkok adref sync
  in_clone hanoi git pull -q --no-rebase --no-edit origin main
  write "$(clause "$n")" harbours "vnm$n" hanoi/$text
  write "$(clause $((n * 5)))" spring "vnm$n" hanoi/$text
  in_clone hanoi git commit -qam "Hanoi $n"
  in_clone hanoi git push -q origin VNM
  cp mail/en.md mail/idn.md
  write "$(clause $((n * 7)))" Ministers "idn$n" mail/idn.md
  point=$(clause $((n * 11)) | tr - _)
  [ $((n % 2)) -eq 0 ] && marks=yes || marks=no
  rm -f mail/back.docx
  quiet $typist mail/sent.docx mail/back.docx "_adref_$point" Participants "phl$n" $marks
}

secretariat() {
  n=$1
  cd sec
  quiet adref sync
  quiet adref compile talks HEAD --from JPN=origin/JPN --from THA=origin/THA -o ../compilation.md
  [ $((n % 2)) -ne 1 ] || quiet adref import ../mail/idn.md --into talks --as IDN
  quiet adref import ../mail/back.docx --as PHL
  quiet adref merge origin/JPN origin/THA origin/VNM --as IDN,JPN,THA,VNM
  [ $((n % 2)) -ne 0 ] || mail_after
  settle "$n"
  [ $((n % 5)) -ne 2 ] || quiet adref agree "$(clause $((n + 6)))" --as JPN
  [ $((n % 5)) -ne 3 ] || quiet adref reopen "$(clause $((n + 5)))" --as JPN --reason "Round $n."
  quiet adref sync --trunk --yes
  send
  cd ..
}

send() {
  cp $text ../mail/en.md
  quiet adref export talks -o ../mail/sent.docx
}

# What Jakarta made of the text that it got, joined with the text as it is now.
mail_after() {
  quiet adref merge --files ../mail/en.md $text ../mail/idn.md --as ,IDN -o ../joined.md
  cp ../joined.md $text
  quiet adref save --as IDN
}

# Settles the first bracket of the clauses that have one: two in three, in turn by all words of the
# bracket and by the first of its alternatives. Takes out options for whole paragraphs.
settle() {
  adref resolve --list >../open 2>/dev/null || true
  grep -o 'point-[0-9]*' ../open | sort -u >../clauses || true
  i=$1
  while read -r id; do
    i=$((i + 1))
    case $((i % 3)) in
    0) adref resolve talks "$id:1" --both >>"$log" 2>&1 || quiet adref resolve talks "$id:1" --take 1 ;;
    1) quiet adref resolve talks "$id:1" --take 1 ;;
    esac
  done <../clauses
  sed -n 's/^<!-- op \([^ ]*\) .*alt=.*/\1/p' $text >../options
  while read -r id; do
    quiet adref delete talks "$id"
  done <../options
}

# All that is open is settled; all agree, and sign.
finish() {
  cd sec
  while adref resolve --list 2>/dev/null | grep -q point-; do
    settle 0
    settle 2
  done
  for party in JPN THA VNM IDN PHL; do
    quiet adref agree --all-unbracketed --as $party
  done
  quiet adref circulate --label final
  quiet adref sync --trunk --yes
  quiet git bundle create -q ../mail/all.bundle main --tags
  cd ..
  sign tokyo JPN adref sync
  sign bangkok THA adref sync
  in_clone hanoi git pull -q --no-rebase --no-edit --tags origin main
  sign hanoi VNM git push -q origin VNM signoff/talks/final/VNM
  in_clone jakarta git pull -q --no-rebase --no-edit --tags ../mail/all.bundle main
  sign jakarta IDN git bundle create -q ../mail/idn.bundle signoff/talks/final/IDN
  cd sec
  quiet git fetch -q ../mail/idn.bundle refs/tags/signoff/talks/final/IDN:refs/tags/signoff/talks/final/IDN
  quiet adref sign talks@final --as PHL --key ../keys/PHL --yes
  quiet adref sync --trunk --yes
  cd ..
}

# sign CLONE PARTY COMMAND...: the command sends the signature.
sign() {
  clone=$1
  party=$2
  shift 2
  case $* in "adref sync") in_clone "$clone" adref sync ;; esac
  in_clone "$clone" adref sign talks@final --as "$party" --key "$PWD/keys/$party" --yes
  in_clone "$clone" "$@"
}

# What must hold: nobody's word is missing in the history, all have the same files, and all is sound.
check() {
  for clone in sec tokyo bangkok hanoi jakarta; do
    git -C $clone rev-parse 'HEAD^{tree}'
    git -C $clone fsck --strict --no-dangling --no-progress
    git -C $clone status --porcelain
  done | sort | uniq -c | sed 's/[0-9a-f]\{40\}/TREE/'
  git -C sec log --all -p --format= >history
  round=1
  while [ "$round" -le "$rounds" ]; do
    for word in jpn tha vnm idn phl; do
      grep -q "$word$round\b" history || echo "$word$round is gone"
    done
    round=$((round + 1))
  done
}

begin
mkdir mail
(cd sec && send)
round=1
while [ "$round" -le "$rounds" ]; do
  delegations "$round"
  secretariat "$round"
  round=$((round + 1))
done
finish
check
