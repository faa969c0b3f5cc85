#!/usr/bin/perl
# mpirun starts this in place of ssh: TARGET orted ARGUMENTS. It asks the agent of this node, and ends as that orted ends.
use strict;
use warnings;
use Socket;

$SIG{PIPE} = 'IGNORE';
my $relay = '';
while (1) {
  my $agent;
  if (socket($agent, PF_UNIX, SOCK_STREAM, 0) && connect($agent, sockaddr_un('@SOCKET@'))) {
    my @words = ($ENV{PLUMB_JOB_ID} // '', $relay, @ARGV);
    my $asked = join '', map { length($_) . ":$_," } scalar(@words), @words;
    syswrite($agent, $asked) if length $asked;
    while (defined(my $line = <$agent>)) {
      $relay = $1 if $line =~ /^relay (\S+)$/;
      exit $1 if $line =~ /^exit (\d+)$/;
      if ($line =~ /^refused (.*)$/) {
        print STDERR "plumbline: $1\n";
        exit 1;
      }
    }
  }
  # The agent is being restarted: what it started lives on, and it will know us again by the relay.
  select(undef, undef, undef, 0.2);
}
