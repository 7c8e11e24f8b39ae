#!/bin/sh
# Draws src/rooms.svg: which room of src/ includes which, counted from the sources.
#
#     tests/rooms.sh          draws it
#     tests/rooms.sh --check  says whether it is up to date (make layers)
#
# A row is a room, in the order of src/README.md, doors last; a disc in it stands in the column of a
# room whose headers it includes: small for up to 3 includes, large from 40 on. By Law 1 no disc of
# a room that is no door can stand right of the diagonal.
set -u
cd "$(dirname "$0")/.." || exit 2
picture=src/rooms.svg
new=$(mktemp) || exit 1
trap 'rm -f "$new"' EXIT

# "room<TAB>what it holds", one a line: the table of src/README.md, whose rooms are those of src/.
sentences() {
  sed -n 's/^| \[\([a-z]*\)\]([^)]*) | \([^|]*[^| ]\) *|.*/\1\t\2/p' src/README.md |
    sed 's/\[\([^]]*\)\]([^)]*)/\1/g; s/`//g; s/&/\&amp;/g; s/</\&lt;/g'
}

counts() {
  for folder in src/*/; do
    room=$(basename "$folder")
    find "$folder" -name '*.[ch]' -exec cat {} + | sed -n 's/^#include "\([a-z]*\)\/.*/\1/p' | sort | uniq -c |
      awk -v room="$room" '$2 != room { print room, $2, $1 }'
  done
}

{ sentences; echo; counts; } | awk -F '\t' '
/^$/ { graph = 1; next }
!graph { name[++rooms] = $1; words[rooms] = $2; at[$1] = rooms; next }
{ split($0, edge, " "); count[at[edge[1]], at[edge[2]]] = edge[3] }
END {
  cell = 26; left = 84; top = 84; width = left + rooms * cell + 510; height = top + rooms * cell + 8
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"Which room of src includes which\">\n", width, height, width, height
  print "<style>text{font:13px sans-serif;fill:#333}.dim{fill:#666;font-size:12px}.disc{fill:#2a6f97}.own{fill:#ccd6dd}line{stroke:#ddd}@media(prefers-color-scheme:dark){text{fill:#ddd}.dim{fill:#aaa}.own{fill:#455}line{stroke:#444}}</style>"
  for (i = 1; i <= rooms; i++) {
    x = left + (i - 0.5) * cell; y = top + (i - 0.5) * cell
    printf "<line x1=\"%d\" y1=\"%g\" x2=\"%d\" y2=\"%g\"/><line x1=\"%g\" y1=\"%d\" x2=\"%g\" y2=\"%d\"/>\n", left, y, left + rooms * cell, y, x, top, x, top + rooms * cell
  }
  for (i = 1; i <= rooms; i++) {
    x = left + (i - 0.5) * cell; y = top + (i - 0.5) * cell
    printf "<text x=\"%d\" y=\"%g\" text-anchor=\"end\">%s/</text>\n", left - 8, y + 4, name[i]
    printf "<text transform=\"translate(%g %d) rotate(-60)\">%s</text>\n", x, top - 6, name[i]
    printf "<text class=\"dim\" x=\"%d\" y=\"%g\">%s</text>\n", left + rooms * cell + 12, y + 4, words[i]
    printf "<rect class=\"own\" x=\"%g\" y=\"%g\" width=\"10\" height=\"10\"/>\n", x - 5, y - 5
    for (j = 1; j <= rooms; j++)
      if (count[i, j]) {
        r = count[i, j] < 4 ? 4 : count[i, j] < 40 ? 7 : 10
        printf "<circle class=\"disc\" cx=\"%g\" cy=\"%g\" r=\"%d\"><title>%s/ includes %s/</title></circle>\n", left + (j - 0.5) * cell, y, r, name[i], name[j]
      }
  }
  print "</svg>"
}' >"$new"

if [ "${1:-}" = --check ]; then
  cmp -s "$new" "$picture" || { echo "$picture is not up to date; \`make rooms\` draws it" >&2; exit 1; }
else
  cp "$new" "$picture" && chmod 644 "$picture"
fi
