package dev.plumbline.agent.job.mpi;

import dev.plumbline.agent.job.order.Place;
import dev.plumbline.agent.job.order.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The command line of mpirun and its hostfile. */
public final class Mpirun {
  private Mpirun() {}

  /**
   * Where things are.
   *
   * @param directory where the ranks run, on every node
   * @param launcher what ssh starts instead of orted
   */
  public record Files(Path shim, Path hostfile, Path directory, Path launcher) {}

  /**
   * mpirun is found through PATH: with an absolute path it would send a shell script first.
   *
   * @param forwarded variables that only the head has, where ssh starts the daemons
   * @param program what every rank runs; not by the name {@code java}, whose arguments mpirun would
   *     change
   */
  public static List<String> command(
      Work work, Network network, Files files, Set<String> forwarded, List<String> program) {
    List<String> words = new ArrayList<>(List.of("mpirun", "--noprefix"));
    if (work.mpi().ssh()) {
      mca(words, "orte_launch_agent", files.launcher().toString());
      forwarded.stream().sorted().forEach(name -> words.addAll(List.of("-x", name)));
    } else {
      mca(words, "plm_rsh_agent", Shim.command(files.shim()));
    }
    mca(words, "plm_rsh_no_tree_spawn", "1");
    words.add("--leave-session-attached");
    // Bridges such as Docker's have the same address on every node.
    mca(words, "btl_tcp_if_include", network.toString());
    mca(words, "oob_tcp_if_include", network.toString());
    mca(words, "oob_tcp_keepalive_time", "5");
    mca(words, "oob_tcp_keepalive_intvl", "2");
    mca(words, "oob_tcp_keepalive_probes", "3");
    // Arrays of Java are copied whole up to that size, which is faster than in pieces.
    mca(words, "mpi_java_eager", "16777216");
    work.mpi().mca().forEach((name, value) -> mca(words, name, value));
    words.add("--tag-output");
    words.addAll(List.of("--map-by", work.mpi().oversubscribe() ? "slot:OVERSUBSCRIBE" : "slot"));
    words.addAll(List.of("--hostfile", files.hostfile().toString()));
    words.addAll(List.of("--wdir", files.directory().toString()));
    words.addAll(List.of("-np", Integer.toString(work.allRanks())));
    words.addAll(program);
    return words;
  }

  private static void mca(List<String> words, String name, String value) {
    words.addAll(List.of("--mca", name, value));
  }

  /** One line for each node that has ranks, in the order in which ranks are placed. */
  public static String hostfile(Work work) {
    StringBuilder text = new StringBuilder();
    for (Place place : work.places()) {
      if (work.ranksOn(place) > 0) {
        text.append(place.address()).append(" slots=").append(work.ranksOn(place)).append('\n');
      }
    }
    return text.toString();
  }

  /** The node of every rank. */
  public static List<String> nodes(Work work) {
    List<String> nodes = new ArrayList<>();
    for (Place place : work.places()) {
      for (int i = 0; i < work.ranksOn(place) && nodes.size() < work.allRanks(); i++) {
        nodes.add(place.node());
      }
    }
    return nodes;
  }
}
