#!/usr/bin/perl
# A small web server on 127.0.0.1 that gives each request to git http-backend, for one user with a
# password: http-server.pl FOLDER USER:PASSWORD PORT-FILE. It ends after a minute at the latest.
use strict;
use warnings;
use IO::Socket::INET;
use MIME::Base64;

my ($folder, $user, $port_file) = @ARGV;
my $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 5) or die "listen: $!\n";
$SIG{CHLD} = 'IGNORE';
alarm 60;
open my $file, '>', "$port_file.new" or die "$port_file: $!\n";
print $file $server->sockport;
close $file;
rename "$port_file.new", $port_file;

sub answer {
    my ($client) = @_;
    my ($method, $target) = split ' ', scalar <$client>;
    my %header;
    while (my $line = <$client>) {
        $line =~ s/\r?\n//;
        last if $line eq '';
        my ($name, $value) = split /:\s*/, $line, 2;
        $header{lc $name} = $value;
    }
    my $length = $header{'content-length'} || 0;
    read $client, my $body, $length;
    if (($header{authorization} || '') ne 'Basic ' . encode_base64($user, '')) {
        print $client "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"hub\"\r\n"
          . "Content-Length: 0\r\nConnection: close\r\n\r\n";
        return;
    }
    my ($path, $query) = split /\?/, $target, 2;
    my %environment = (
        GIT_PROJECT_ROOT => $folder, GIT_HTTP_EXPORT_ALL => 1, REQUEST_METHOD => $method,
        PATH_INFO => $path, QUERY_STRING => $query || '', REMOTE_USER => (split /:/, $user)[0],
        CONTENT_TYPE => $header{'content-type'} || '', CONTENT_LENGTH => $length,
        HTTP_CONTENT_ENCODING => $header{'content-encoding'} || '',
        GIT_PROTOCOL => $header{'git-protocol'} || '');
    @ENV{keys %environment} = values %environment;
    open my $input, '+>', undef or die "input: $!\n";
    print $input $body;
    seek $input, 0, 0;
    open STDIN, '<&', $input or die "input: $!\n";
    $SIG{CHLD} = 'DEFAULT';
    my $output = `git http-backend`;
    $output =~ s/\AStatus: ([^\r\n]*)\r\n// or $output =~ s/\A(.*?\r\n)Status: ([^\r\n]*)\r\n/$1/s;
    print $client 'HTTP/1.1 ' . ($output =~ /\A/ && defined $1 && $1 =~ /\A\d/ ? $1 : '200 OK')
      . "\r\nConnection: close\r\n$output";
}

while (my $client = $server->accept) {
    next if fork;
    close $server;
    answer($client);
    close $client;
    exit;
}
