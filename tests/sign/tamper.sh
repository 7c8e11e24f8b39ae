# What the tamper matrix begins with. `world` makes the folder "world": the statements demo (drafts
# zero and rev1) and two (zero), each in two languages and signed by JPN; rev1 by ASEAN as well.
# The other functions are the tools of those who cheat. Keys are in ../keys.

EN=statements/demo/en.md
JA=statements/demo/ja.md
T=signoff/demo/rev1/JPN

say() { "$ADREF" "$@" >/dev/null 2>&1 || { echo "adref $* failed" >&2; exit 1; }; }

statement() { # ID
  say new "$1" --outline short --parties JPN,ASEAN --place Tokyo --set occasion=Friendship --set people=5000
  sed -i 's/^- en$/- en\n- ja/' "statements/$1/statement.yaml"
  sed -i '/^adoption:/d' "statements/$1/statement.yaml"
  echo 'roles: {ja: provisional}' >>"statements/$1/statement.yaml"
  say draft "$1"
  sed -i 's/\[[^]]*\]\( strengthen\)/should\1/; s/\[shall - JPN . should - ASEAN\]/should/' "statements/$1/en.md"
  sed 's/Leaders/首脳/' "statements/$1/en.md" >"statements/$1/ja.md"
  say save "$1" -m Settled
}

world() {
  mkdir keys world
  for name in JPN ASEAN AUS THA eve; do ssh-keygen -q -t ed25519 -N '' -C '' -f "keys/$name"; done
  cd world || exit 1
  ADREF_LIBRARY=$PWD/../library say init
  statement demo
  statement two
  say circulate demo
  say circulate two
  sed -i 's/5,000/4,000/' $EN $JA
  say save demo -m Fewer
  for name in JPN ASEAN; do say signers add ../keys/$name.pub --as $name; done
  for name in AUS THA; do
    printf '%s,%s@example.org namespaces="git" %s\n' $name $name "$(cut -d ' ' -f 1,2 ../keys/$name.pub)" >>signers
  done
  git commit -q -a -m 'More signers'
  say circulate demo
  for draft in demo@zero demo@rev1 two@zero; do
    say sign $draft --as JPN --key ../keys/JPN --yes --title Minister --place Tokyo
  done
  say sign demo@rev1 --as ASEAN --key ../keys/ASEAN --yes
  git config gpg.ssh.allowedSignersFile signers
  git config gpg.ssh.revocationFile ../revoked
  : >../revoked
}

# A draft under silence until six o'clock in the evening in Tokyo, to which JPN objects at nine in
# the morning; in the folder "silence".
S=silence/demo/zero/JPN
silence_world() {
  mkdir keys silence
  for name in JPN ASEAN eve; do ssh-keygen -q -t ed25519 -N '' -C '' -f "keys/$name"; done
  cd silence || exit 1
  ADREF_LIBRARY=$PWD/../library say init
  statement demo
  for name in JPN ASEAN; do say signers add ../keys/$name.pub --as $name; done
  say circulate demo --silence '2023-12-01T18:00[Asia/Tokyo]'
  say break-silence demo --as JPN --key ../keys/JPN --reason Original
  git update-ref -d refs/adref/breaks/demo/zero/JPN
}

# The objection at another time (seconds since 1970, and as the message says it).
at_time() { # SECONDS TIME
  payload $S | sed "s/^\(tagger .*> \)[0-9]*/\1$1/; s/^Time: .*/Time: $2/"
}
# The draft's tag with another deadline.
# The objection to clauses only: "a, b".
to_clauses() { # LIST
  count=$(echo "$1" | tr -cd , | wc -c)
  payload $S | sed "s,^JPN breaks the silence on ,&$((count + 1)) clause$([ $count = 0 ] || echo s) of ,
    s/silence 1$/silence 2/; s/^Name: /Clauses: $1\n&/"
}
new_deadline() { raw demo/zero | sed "s,^Silence: .*,Silence: $1," | forge demo/zero; }

raw() { git cat-file tag "${1:-$T}"; }
payload() { raw "$1" | sed '/^-----BEGIN/,$d'; }

# Sets the tag to the object on standard input.
forge() { git update-ref "refs/tags/${1:-$T}" "$(git hash-object -t tag -w --stdin --literally)"; }

# Signs what is on standard input with a key, for a purpose (git).
resign() { # KEY [NAMESPACE]
  cat >../payload
  cat ../payload
  ssh-keygen -q -Y sign -n "${2:-git}" -f "../keys/$1" <../payload 2>/dev/null
}

# The loose object that holds an id; and putting the content of another in its place.
loose() { echo ".git/objects/$(git rev-parse "$1" | sed 's/^../&\//')"; }
swap() { rm -f "$(loose "$1")"; cp "$(loose "$2")" "$(loose "$1")"; }

key_of() { cut -d ' ' -f 1,2 "../keys/$1.pub"; }
commit_of() { git rev-parse "$1^{commit}"; }

# Puts a procès-verbal that tells nothing into the draft, on a version of its own; and what was
# signed on that version.
PV=statements/demo/corrections/rev1.md
rectify() {
  mkdir -p "${PV%/*}"
  printf '%s\n' '# Procès-verbal of rectification: demo/rev1 of demo/zero' '' 'Errors were found.' '' '' \
    "Former version: $(commit_of demo/zero)" '' 'Reason: A comma.' '' '## Texts' >$PV
  git add $PV
  git commit -q -m Corrections
  git tag -f -a -m x demo/rev1 >/dev/null
}
on_head() { N=$(commit_of HEAD); sed "s/^object .*/object $N/; s/^Commit: .*/Commit: $N/"; }

# Three packages of texts that were adopted, in the folder "packages": demo-zero, to which all have
# agreed; demo-rev1, over which silence held; and demo-rev2, on which VNM broke the silence for one
# clause, and all agreed to it later. All have a disassociation of THA.
adopted_world() {
  mkdir keys adopted packages
  for name in JPN ASEAN THA eve; do ssh-keygen -q -t ed25519 -N '' -C '' -f "keys/$name"; done
  cd adopted || exit 1
  ADREF_LIBRARY=$PWD/../library say init
  statement demo
  sed -i '/^roles:/d' statements/demo/statement.yaml
  say save demo -m Authentic
  say signers add ../keys/JPN.pub --as JPN
  for name in JPN ASEAN; do say agree demo --all-unbracketed --as $name; done
  say reserve demo training --disassociate --statement 'Thailand sets no target.' --as THA
  say circulate demo
  say finalize demo --adopted --as JPN --key ../keys/JPN -o ../packages
  sed -i 's/5,000/4,000/' $EN $JA
  say save demo -m Fewer
  say reserve demo training --disassociate --statement 'Thailand sets no target.' --as THA
  say circulate demo --silence '2023-12-01T18:00[Asia/Tokyo]'
  GIT_COMMITTER_DATE=2023-12-02T09:00:00+0900 say finalize demo --adopted --as JPN --key ../keys/JPN -o ../packages
  say circulate demo --label rev2 --silence '2023-12-01T18:00[Asia/Tokyo]'
  say break-silence demo training --as VNM --reason 'The number.'
  for name in JPN ASEAN VNM; do
    GIT_AUTHOR_DATE=2023-12-01T10:00:00+0900 say agree demo training --as $name
  done
  GIT_COMMITTER_DATE=2023-12-02T09:00:00+0900 say finalize demo --adopted --as JPN --key ../keys/JPN -o ../packages
}

# The tools of those who change such a package: the sums in ADOPTED made anew, and its signature.
sum() { sha256sum <"$1" | cut -c 1-64; }
sums() {
  while IFS= read -r line; do
    set -- $line
    case $line in
    'Text: '*) echo "Text: $2 $3 $(sum "texts/$2.md") $5" ;;
    'Facts: '*) echo "Facts: $(sum FACTS)" ;;
    'Parties: '*) echo "Parties: $(sum parties.yaml)" ;;
    'Draft: '*) echo "Draft: $(sum draft.txt)" ;;
    'Record: '*) echo "Record: $2 $(sum "records/$2.yaml")" ;;
    *'  pages/'*) echo "$(sum "$2")  $2" ;;
    *) printf '%s\n' "$line" ;;
    esac
  done <ADOPTED >../P
  mv ../P ADOPTED
}
record() { ssh-keygen -q -Y sign -n git -f "../keys/$1" <ADOPTED >ADOPTED.sig 2>/dev/null; }
