#!/usr/bin/perl
# Plants one fault at a time in a copy of the sources, runs the suites that cover it, and lists the
# faults that no suite noticed:
#
#     tests/mutate/mutate.pl BUILD [N [SEED [FOLDER...]]]
#
# N faults (100) are drawn by SEED (1) from all places of the folders of src/ (MUTATED below) where
# one can be planted. The copy and its objects are in BUILD/mutate. A fault that does not compile
# is replaced by another. A fault that the suites of the folder do not notice is tried on the suite
# of commands too, unless MUTATE_FAST is set. The status is 0 when at least 85 % were noticed.
use strict;
use warnings;
use Cwd qw(abs_path);

my ($build, $count, $seed, @folders) = @ARGV;
die "mutate.pl BUILD [N [SEED [FOLDER...]]]\n" unless $build;
$count ||= 100;
$seed  ||= 1;

# Which suites cover a folder, the quickest first.
my %suites = (
  base     => [qw(base clause draft spec sign)],
  clause   => [qw(clause spec draft merge view)],
  draft    => [qw(draft spec)],
  history  => [qw(history)],
  language => [qw(language review)],
  merge    => [qw(merge review view)],
  print    => [qw(print view)],
  review   => [qw(review merge view)],
  sign     => [qw(sign)],
  view     => [qw(view)],
  work     => [qw(work)],
  cmd      => [qw(cli)],
);
my @MUTATED = qw(clause draft history language merge review sign work);
@folders = @MUTATED unless @folders;

system("mkdir -p '$build/mutate'") == 0 or exit 2;
$build = abs_path($build);
my $copy = "$build/mutate/copy";
my $log  = "$build/mutate/log";

sub run {
  my ($command) = @_;
  return system("$command >>'$log' 2>&1") == 0;
}

sub read_file {
  my ($name) = @_;
  open my $file, '<', $name or die "$name: $!\n";
  local $/;
  return scalar <$file>;
}

# Through a new file: a build that was stopped never leaves half of one.
sub write_file {
  my ($name, $text) = @_;
  open my $file, '>', "$name.new" or die "$name: $!\n";
  print $file $text;
  close $file or die "$name: $!\n";
  rename "$name.new", $name or die "$name: $!\n";
}

# The places.

# The text with comments, strings, characters and preprocessor lines blanked, so that offsets stay.
sub code_of {
  my ($text) = @_;
  my $blank = sub { my $s = shift; $s =~ s/[^\n]/ /g; return $s };
  $text =~ s{(/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')}{$blank->($1)}gse;
  $text =~ s{^([ \t]*#(?:[^\n]*\\\n)*[^\n]*)}{$blank->($1)}gme;
  return $text;
}

my %exchange = (
  '==' => '!=', '!=' => '==', '<' => '<=', '<=' => '<', '>' => '>=', '>=' => '>',
  '&&' => '||', '||' => '&&', '+' => '-', '-' => '+', 'TRUE' => 'FALSE', 'FALSE' => 'TRUE',
);

# All places of a file: [offset, length, replacement, kind].
sub places_of {
  my ($code) = @_;
  my @places;
  while ($code =~ / (==|!=|<=|>=|<|>|&&|\|\||\+|-) (?=[^=])/g) {
    my ($sign, $at) = ($1, $-[1]);
    my $kind = $sign =~ /^[<>]/ ? 'boundary' : $sign =~ /[&|]/ ? 'condition' : $sign =~ /=/ ? 'comparison' : 'arithmetic';
    push @places, [$at, length $sign, $exchange{$sign}, $kind];
  }
  while ($code =~ /\b(TRUE|FALSE)\b/g) {
    push @places, [$-[1], length $1, $exchange{$1}, 'constant'];
  }
  while ($code =~ /(?<![\w.])(\d+)(?![\w.])/g) {
    push @places, [$-[1], length $1, $1 + 1, 'constant'];
  }
  # "if (!x" and "&& !x": the sign goes
  while ($code =~ /(?<=[( ])(!)(?=[A-Za-z_*(])/g) {
    push @places, [$-[1], 1, '', 'condition'];
  }
  # one of several conditions goes
  while ($code =~ /((?:&&|\|\|) [\w!>.\->*]+(?:\((?:[^()]|\([^()]*\))*\))?)(?=\)| &&| \|\|)/g) {
    push @places, [$-[1], length $1, '', 'condition'];
  }
  # two neighbouring arguments, simple ones
  while ($code =~ /(?<=[(,])(\s*)([\w>.&-]+), ([\w>.&-]+)(?=[,)])/g) {
    my ($first, $second, $at, $end) = ($2, $3, $-[2], $+[3]);
    next if $first eq $second || "$first$second" =~ /^error|error$|^\d|\bvoid\b/;
    push @places, [$at, $end - $at, "$second, $first", 'arguments'];
  }
  # a statement goes: a call or an assignment on a line of its own
  while ($code =~ /^(  +)((?:[\w>.*\[\]-]+ (?:[+|-]?=) [^;{}\n]+|[a-z]\w+\([^;{}\n]*\));)$/gm) {
    my ($statement, $at) = ($2, $-[2]);
    next if $statement =~ /^(g_free|g_clear|return|g_autofree|adref_\w+_(free|clear)|va_)/ || $statement =~ /^\w+ \w+ =/;
    push @places, [$at, length $statement, ';', 'statement'];
  }
  return @places;
}

# A generator of its own, so that a seed means the same everywhere.
my $state = $seed & 0x7fffffff;
sub random_below {
  my ($most) = @_;
  $state = ($state * 1103515245 + 12345) & 0x7fffffff for 1 .. 3;
  return int($state / 0x80000000 * $most);
}

# The kinds are drawn evenly, whatever their number of places.
sub draw {
  my ($places) = @_;
  my @kinds = sort grep { @{ $places->{$_} } } keys %$places;
  return unless @kinds;
  my $list = $places->{ $kinds[random_below(scalar @kinds)] };
  return splice @$list, random_below(scalar @$list), 1;
}

# Trying one.

sub make {
  my ($targets) = @_;
  return run("cd '$copy' && make -s BUILD=build CFLAGS='-O1 -g0' HARDENING= WARNINGS='-Wall -Werror -Wno-unused -Wno-maybe-uninitialized' $targets");
}

# Whether a suite ends well. One that hangs has noticed the fault.
sub passes {
  my ($suite) = @_;
  return run("cd '$copy' && ADREF=\$PWD/build/adref CK_VERBOSITY=minimal "
      . "timeout -k 5 240 build/tests/$suite/suite");
}

# 'noticed', 'survived' or 'refused' (by the compiler).
sub try {
  my ($folder) = @_;
  return 'refused' unless make('build/libadref.a');
  my @list = grep { -d "$copy/tests/$_" } @{ $suites{$folder} };
  push @list, 'cli' unless $ENV{MUTATE_FAST} || grep { $_ eq 'cli' } @list;
  for my $suite (@list) {
    my $program = $suite eq 'cli' ? 'build/adref build/tests/fault/shim.so' : '';
    die "the suite $suite does not link\n" unless make("build/tests/$suite/suite $program");
    return 'noticed' unless passes($suite);
  }
  return 'survived';
}

sub line_of {
  my ($text, $offset) = @_;
  return 1 + (substr($text, 0, $offset) =~ tr/\n//);
}

sub text_of_line {
  my ($text, $offset) = @_;
  my $from = rindex($text, "\n", $offset - 1) + 1;
  my $to   = index($text, "\n", $offset);
  (my $line = substr($text, $from, $to - $from)) =~ s/^\s+//;
  return $line;
}

write_file($log, '');
# Every file gets the time of now: what an earlier run left behind is compiled anew.
run("rm -rf '$copy/src' '$copy/tests' && mkdir -p '$copy' && "
    . "git ls-files -z -co --exclude-standard | xargs -0 tar -cf - | tar -xf - -C '$copy' --touch")
  or die "no copy of the sources in $copy; see $log\n";
$| = 1;

my %places;
for my $folder (@folders) {
  for my $name (sort map { substr $_, length("$copy/") } glob "$copy/src/$folder/*.c") {
    my $code = code_of(read_file("$copy/$name"));
    push @{ $places{ $_->[3] } }, [$name, @$_] for places_of($code);
  }
}

my %needed = map { $_ => 1 } map { @{ $suites{$_} || die "no folder $_\n" } } @folders;
$needed{cli} = 1 unless $ENV{MUTATE_FAST};
for my $suite (grep { -d "tests/$_" } sort keys %needed) {
  make("build/adref build/tests/fault/shim.so build/tests/$suite/suite") or die "the copy does not build; see $log\n";
  passes($suite) or die "the suite $suite fails without any fault; see $log\n";
}

my (%tally, @survivors);
while (($tally{noticed} || 0) + ($tally{survived} || 0) < $count) {
  my $place = draw(\%places) or last;
  my ($name, $offset, $length, $new, $kind) = @$place;
  my $text = read_file("$copy/$name");
  my $faulty = $text;
  substr($faulty, $offset, $length) = $new;
  write_file("$copy/$name", $faulty);
  my $what = try($name =~ m{^src/(\w+)/});
  write_file("$copy/$name", $text);
  $tally{$what}++;
  $tally{"$what $kind"}++;
  next if $what eq 'refused';
  my $report = sprintf '%s:%d: %s: %s', $name, line_of($text, $offset), $kind, text_of_line($faulty, $offset);
  push @survivors, $report if $what eq 'survived';
  printf "%4d %-8s %s\n", ($tally{noticed} || 0) + ($tally{survived} || 0), $what, $report;
}

my $noticed = $tally{noticed} || 0;
my $all = $noticed + @survivors;
print "\nSurvivors:\n" if @survivors;
print "$_\n" for @survivors;
printf "\n%d faults, seed %d: %d noticed (%.1f %%), %d survived, %d refused by the compiler\n",
  $all, $seed, $noticed, $all ? 100 * $noticed / $all : 0, scalar @survivors, $tally{refused} || 0;
exit($all && $noticed >= 0.85 * $all ? 0 : 1);
