#!/bin/sh
# The played negotiation, in which a delegation has Word alone, with LibreOffice as its Word:
#
#     tests/witness/talks_in_word.sh ADREF [ROUNDS]
#
# Needs the packages libreoffice-writer-nogui and python3-uno. The status is 0 when it ends as it
# does in tests/cli/negotiation.md: all have the same files, no word is missing, all have signed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$here/../.." && pwd)
LIBRARY=$ROOT/tests/cli/library
ADREF_LIBRARY=$ROOT
PATH=$(cd "$(dirname "$1")" && pwd):$PATH
export ROOT LIBRARY ADREF_LIBRARY PATH
export GIT_AUTHOR_NAME=Ana GIT_AUTHOR_EMAIL=ana@example.org
export GIT_COMMITTER_NAME=Ana GIT_COMMITTER_EMAIL=ana@example.org
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
ended=$(sh "$ROOT/tests/cli/negotiation.sh" "${2-6}" "/usr/bin/python3 $here/typist.py")
signed=$(cd sec && adref verify talks@final 2>/dev/null | tail -n 1)
echo "a delegation with LibreOffice alone:$signed"
[ "$(echo "$ended" | tr -s ' ')" = ' 5 TREE' ] && [ "${signed#*5 of 5}" != "$signed" ] || {
  echo "$ended"
  exit 1
}
