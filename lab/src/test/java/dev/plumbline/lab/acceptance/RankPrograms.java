package dev.plumbline.lab.acceptance;

/** What runs on the nodes of a test, and on which. */
final class RankPrograms {
  static final String INVENTORY =
      """
      cluster: ranks
      nodes:
        one: {address: 192.168.56.10}
        two: {address: 192.168.56.11}
        three: {address: 192.168.56.12}
      groups:
        all:
          connect: {user: ubuntu}
          state:
            hostname: ${node.name}
            users: {mpihpc: {uid: 7777, shell: /bin/bash}, other: {uid: 7778}}
            packages: [openmpi-bin, python3-mpi4py]
      """;
  static final String HELLO =
      """
      import os, socket
      from mpi4py import MPI
      c = MPI.COMM_WORLD
      status = dict(l.split(':', 1) for l in open('/proc/self/status') if ':' in l)
      print('rank', c.rank, 'of', c.size, 'on', socket.gethostname(), os.environ['PLUMB_NODE'], flush=True)
      print('ids', os.getuid(), os.getgid(), os.getgroups(), 'nnp', status['NoNewPrivs'].strip(), flush=True)
      print('sum', c.allreduce(c.rank), 'in', os.getcwd(), flush=True)
      """;
  static final String WAITING =
      """
      import os, sys, time
      from mpi4py import MPI
      c = MPI.COMM_WORLD
      print('pid', c.rank, os.getpid(), flush=True)
      c.Barrier()
      for i in range(%d):
        time.sleep(0.1)
        if c.rank == 0: print('tick', i, flush=True)
      c.Barrier()
      if c.rank == 4: print('last words of four', flush=True)
      sys.exit(%s)
      """;

  static final String FILES =
      """
      import hashlib, os, sys
      from mpi4py import MPI
      if MPI.COMM_WORLD.rank: sys.exit(0)
      assert os.environ['SECRET'] == 'hush "$x" \\\\'
      bytes = open(sys.argv[1] + '/sub/data', 'rb').read()
      out = os.environ['PLUMB_OUTPUTS']
      open(out + '/hash.txt', 'w').write(hashlib.sha256(bytes).hexdigest())
      os.mkdir(out + '/plots')
      open(out + '/plots/a.png', 'wb').write(bytes[:1000])
      os.symlink('/etc/shadow', out + '/shadow.txt')
      try:
        open(sys.argv[1] + '/sub/data', 'w')
      except PermissionError:
        print('read only', flush=True)
      """;

  private RankPrograms() {}
}
