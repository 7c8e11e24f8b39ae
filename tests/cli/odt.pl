#!/usr/bin/perl
# Makes an OpenDocument text: perl odt.pl OUT.odt 'ELEMENTS OF <office:text>' [NAME=VALUE of a property]...
use strict;
use warnings;
use IO::Compress::Zip qw($ZipError :constants);

my ($out, $words, @properties) = @ARGV;
my $oasis = 'urn:oasis:names:tc:opendocument:xmlns:';
my $names = join ' ', map { "xmlns:$_->[0]=\"$oasis$_->[1]:1.0\"" }
  ['office', 'office'], ['text', 'text'], ['draw', 'drawing'], ['meta', 'meta'];
my $links = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
my $meta = join '', map { /(.*?)=(.*)/ ? "<meta:user-defined meta:name=\"$1\">$2</meta:user-defined>" : () } @properties;
my @members = (
    ['mimetype', 'application/vnd.oasis.opendocument.text'],
    ['content.xml', "<office:document-content $names $links><office:body><office:text>$words</office:text></office:body></office:document-content>"],
    ['meta.xml', "<office:document-meta $names><office:meta>$meta</office:meta></office:document-meta>"],
    ['Basic/macro.xml', '<m/>'],
);
my $zip;
for my $member (@members) {
    my @options = (Name => $member->[0], Time => 946684800, Method => ZIP_CM_STORE);
    if ($zip) { $zip->newStream(@options) }
    else { $zip = IO::Compress::Zip->new($out, @options) or die $ZipError }
    print $zip $member->[1];
}
$zip->close;
