package dev.plumbline.jobs.mnist;

import dev.plumbline.jobs.mnist.options.Options;
import dev.plumbline.jobs.mnist.problem.Problem;
import dev.plumbline.jobs.mnist.ranks.Communicator;
import dev.plumbline.jobs.mnist.ranks.Launch;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Set;

/** The program that each rank runs. Its options stand in the documentation of the package. */
public final class Main {
  private static final Set<String> OPTIONS =
      Set.of("data", "out", "setting", "epochs", "rate", "seed", "held-out");

  private Main() {}

  public static void main(String[] args) {
    String host = host();
    try {
      Options options = Options.parse(args, OPTIONS);
      Path data = options.folder("data");
      Path out = options.folder("out");
      int heldOut = options.count("held-out", 0);
      var plan = Setting.named(options.value("setting")).plan(options);
      Communicator ranks = Launch.join(System.getenv(), args);
      // println writes a line at once, so that lines of ranks do not mix.
      new Job(plan, data, out, heldOut, ranks, host, System.out::println).run();
      ranks.leave();
    } catch (Problem e) {
      System.err.println("mnist on " + host + ": " + e.getMessage());
      // Without leaving the ranks: mpirun then ends the others.
      System.exit(1);
    }
  }

  /** The name of this node, for the results. */
  private static String host() {
    String given = System.getenv("PLUMB_NODE");
    if (given != null) {
      return given;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
