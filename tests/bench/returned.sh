#!/bin/sh
# The Word file of a text that came back with changes: returned.sh ADREF WORKSPACE TEXT.md RETURNED.docx
#
# The text becomes the statement x of the empty workspace. Each 25th paragraph of its export is
# changed, in turns without a mark and with a tracked change.
set -eu
here=$(dirname "$0")
git -C "$2" config user.name Bench
git -C "$2" config user.email bench@example.org
"$1" -C "$2" import "$3" --name x
sed -i 's/^parties:.*/parties: [AAA, BBB]/' "$2/statements/x/statement.yaml"
git -C "$2" commit -qam parties
"$1" -C "$2" export x -o "$2/sent.docx"
perl "$here/../cli/docx-edit.pl" "$2/sent.docx" "$4" '
  my ($n, $run) = (0, "<w:r><w:t xml:space=\"preserve\">");
  my $mark = sub { "w:id=\"$_[0]\" w:author=\"Lee\"" };
  s{(<w:t[ >][^<]*? )(\w+)( [^<]*</w:t>)}{
    $n++ % 25 ? "$1$2$3"
    : $n % 2  ? "${1}zebra$3"
    : "$1</w:t></w:r><w:del " . $mark->(90000 + $n) . "><w:r><w:delText>$2</w:delText></w:r></w:del><w:ins "
      . $mark->(80000 + $n) . "><w:r><w:t>lion</w:t></w:r></w:ins>$run$3"
  }ge'
