#!/usr/bin/perl
# Changes a member of a Word file: perl docx-edit.pl IN.docx OUT.docx 'EXPRESSION' [MEMBER]
#
# The expression works on $_, the whole content of the member (word/document.xml).
use strict;
use warnings;
use IO::Compress::Zip qw($ZipError);
use IO::Uncompress::Unzip qw($UnzipError);

my ($in, $out, $expression, $changed) = @ARGV;
$changed //= 'word/document.xml';
my $zip = IO::Uncompress::Unzip->new($in) or die $UnzipError;
my $new;
for (my $status = 1; $status > 0; $status = $zip->nextStream()) {
    my $name = $zip->getHeaderInfo()->{Name};
    local $_ = do { local $/; <$zip> } // '';
    if ($name eq $changed) {
        eval $expression;
        die $@ if $@;
    }
    if ($new) { $new->newStream(Name => $name, Time => 946684800) }
    else { $new = IO::Compress::Zip->new($out, Name => $name, Time => 946684800) or die $ZipError }
    print $new $_;
}
$new->close;
