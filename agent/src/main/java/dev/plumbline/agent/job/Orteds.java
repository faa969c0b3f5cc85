package dev.plumbline.agent.job;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.mpi.Network;
import dev.plumbline.agent.job.mpi.OrtedArguments;
import dev.plumbline.agent.job.mpi.Shim;
import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Order;
import dev.plumbline.agent.job.order.Place;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.agent.job.unit.UnitPlan;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Starts the daemons of Open MPI that a head asks for, if it may. */
final class Orteds {
  private static final Pattern RELAY = Pattern.compile("[a-z0-9]{1,32}");

  /** For the daemon itself, beside what its ranks may use. */
  private static final long DAEMON_BYTES = 128L << 20;

  private final Site site;
  private final String job;
  private final Work work;

  Orteds(Site site, String job, Work work) {
    this.site = site;
    this.job = job;
    this.work = work;
  }

  /** The network that the job's MPI uses, as this node sees it. */
  static Network network(Work work, Place here) throws Failure {
    if (!work.network().isEmpty()) {
      return Network.parse(work.network());
    }
    return Network.around(here.address())
        .orElseThrow(() ->
            new Failure(
                "no NIC of " + here.node() + " has its address " + here.address(),
                "give it that address (addresses: in the inventory), or name the network of jobs"
                    + " (jobs: {network: …})"));
  }

  /** The most that all of a job's processes on a node may use; 0 is no limit. */
  static long memory(Work work, Place here) {
    long daemon = work.kind() == Kind.MPI ? DAEMON_BYTES : 0;
    return work.memoryPerRank() == 0 ? 0 : work.memoryPerRank() * work.ranksOn(here) + daemon;
  }

  /** The unit of an orted, or why it is refused. */
  UnitPlan plan(Order.StartOrted order, Ticket ticket, Path shim) throws Failure {
    if (!RELAY.matcher(order.relay()).matches()) {
      throw new Failure("'" + order.relay() + "' is no id of a relay", "run the job again");
    }
    if (!ticket.good(site.time().nanos().getAsLong())) {
      throw new Failure(
          "the ticket of job " + job + " on " + site.node() + " has expired", "run the job again");
    }
    Place here = here();
    Accounts.User user = site.user(work.user());
    List<String> words = new ArrayList<>(List.of("orted"));
    words.addAll(
        new OrtedArguments(
                ticket.of().headAddress(),
                network(work, here),
                Shim.command(shim),
                work.mpi().mca())
            .checked(OrtedArguments.unquoted(order.arguments())));
    Folder folder = site.folder(job);
    Map<String, String> secrets = ticket.of().secrets().values();
    Launch launch =
        Launch.as(
            user,
            words,
            new Surroundings(job, work, folder)
                .environment(user, site.node(), ticket.of().generation(), secrets),
            secrets.keySet());
    return new UnitPlan(
        Sweep.orted(job, order.relay()),
        "Plumbline: MPI of job " + job + " for " + ticket.of().head(),
        launch.command(),
        launch.environment(),
        folder.work(),
        folder.orteds(),
        memory(work, here));
  }

  private Place here() throws Failure {
    return work.place(site.node())
        .orElseThrow(
            () -> new Failure(site.node() + " is no node of job " + job, "run the job again"));
  }

  /** The end of a log. */
  static String tail(Path file, int most) throws Failure {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(most);
      channel.read(buffer, Math.max(0, channel.size() - most));
      return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }
}
