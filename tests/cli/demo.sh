# What many transcripts begin with: a workspace with the small library, and the statement "demo".

# What is in the folder, the repository's own files left out; and its versions and stage.
state() {
  find . -name .git -prune -o -type l -print -o -type f -exec cksum {} + | sort
  git rev-parse HEAD
  git diff --cached
} 2>/dev/null

# remember; COMMAND; unchanged: says whether COMMAND has written anything. Its status stays.
remember() { state >../state; }
unchanged() {
  status=$?
  state | diff ../state - && echo 'nothing has changed'
  return $status
}

# The level that an adoption asks for is left out of the facts; levels.md has it.
demo() {
  ADREF_LIBRARY=$LIBRARY adref init &&
    adref new demo --outline short --parties JPN,ASEAN --place Tokyo \
      --set occasion=Friendship --set people=5000 &&
    sed -i '/^adoption:/d' statements/demo/statement.yaml &&
    adref draft
} >/dev/null 2>&1

demo || echo 'the demo workspace cannot be made'
EN=statements/demo/en.md
