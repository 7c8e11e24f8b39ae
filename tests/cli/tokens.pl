#!/usr/bin/perl
# tokens.pl FILE: the words, numbers and signs of a Markdown text, one a line, in their order. Those of a text and of its canonical
# form are the same. It shares no code with adref and knows as little of Markdown as it can: it takes away what is only markup and
# splits the rest.
use strict;
use warnings;
use open qw(:std :encoding(UTF-8));
use Unicode::Normalize qw(NFC);

my %entity = (amp => '&', lt => '<', gt => '>', quot => '"', nbsp => "\xA0", apos => "'");
my %address;

sub slurp {
    my ($path) = @_;
    open my $file, '<:encoding(UTF-8)', $path or die "$path: $!\n";
    local $/;
    my $text = NFC(scalar <$file> // '');
    $text =~ s/\r\n?/\n/g;
    $text =~ s/^\x{FEFF}//;
    return $text;
}

# The addresses of reference links stand in a line of their own; the canonical form has them in the link.
sub resolve_links {
    my ($text) = @_;
    %address = ();
    while ($text =~ /^ {0,3}\[([^\]^][^\]]*)\]:\s*<?(\S+?)>?(?:\s+"[^"]*")?\s*$/mg) {
        $address{lc $1} //= $2;
    }
    return $text unless %address;
    my $used = 0;
    $text =~ s{\[([^\[\]]*)\]\[([^\[\]]*)\]}{
        my ($words, $label) = ($1, lc($2 ne '' ? $2 : $1));
        exists $address{$label} ? ($used++, "[$words]($address{$label})")[1] : "[$words][$2]"}gex;
    $text =~ s/^ {0,3}\[[^\]^][^\]]*\]:\s*\S+.*\n//mg if $used;
    return $text;
}

sub line_without_markup {
    my ($line) = @_;
    return '' if $line =~ /^[\s>]*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+)$/;    # a rule, or the line below a heading
    return '' if $line =~ /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;          # below the head of a table
    $line =~ s/^[\s>]*(?:[-*+](?:\s+|$))*//;                                         # quotes and bullets
    $line =~ s/^(\d{1,9})\)(?=\s|$)/$1./ unless $_[1];                               # "1)" is "1.", but not in "(1\n2)"
    $line =~ s/^#{1,6}(?:\s+|$)//;
    $line =~ s/\s#+\s*$//;
    $line =~ s/^\s*(?:`{3,}|~{3,})//;
    $line =~ s/\\$//;
    return $line;
}

sub tokens {
    my $text = resolve_links(slurp($_[0]));
    my $open = 0;
    my @lines;
    for my $line (split /\n/, $text) {
        $open = 0 if $line !~ /\S/;
        push @lines, line_without_markup($line, $open > 0);
        $open += ($line =~ tr/(//) - ($line =~ tr/)//);
    }
    $text = join "\n", @lines;
    $text =~ s/<br>/ /g;                             # a break in a heading
    $text =~ s/(?<!\\)\*+//g;                       # emphasis
    $text =~ s/(?<![\w\\])_+|_+(?!\w)//g;
    $text =~ s/(?<!\\)`+//g;                        # code
    $text =~ s/(?<!\\)\|/ /g;                       # cells
    $text =~ s#\\([!-/:-@\[-`{-~])#$1#g;           # escapes
    $text =~ s{&(?:[#](\d+)|[#][xX]([0-9A-Fa-f]+)|(\w+));}
        {defined $1 ? chr $1 : defined $2 ? chr hex $2 : $entity{$3} // "&$3;"}gex;
    $text = NFC($text);
    $text =~ s/[*_]+//g;
    $text =~ s/<((?:https?|mailto):[^>\s]*)>/$1/g;  # addresses
    $text =~ s{\]\s*\[}{ / }g;                      # alternatives: "[may] [shall]" is "[may / shall]"
    return $text =~ /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/g;
}

print "$_\n" for tokens($ARGV[0]);
