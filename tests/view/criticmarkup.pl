# Takes CriticMarkup from standard input: criticmarkup.pl accept|reject
# Knows nothing of adref: one pattern, from left to right, once.
use strict;
use warnings;
binmode STDIN;
binmode STDOUT;
local $/;
my $text = <STDIN> // '';
my $accept = $ARGV[0] eq 'accept';
$text =~ s/\{--(.*?)--\}|\{\+\+(.*?)\+\+\}/defined $1 ? ($accept ? '' : $1) : ($accept ? $2 : '')/gse;
print $text;
