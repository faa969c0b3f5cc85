package dev.plumbline.inventory.job;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Open MPI is told. */
@Doc("How Open MPI starts the ranks.")
public record MpiSettings(
    @Doc(
            "Who starts the ranks on the other nodes: the agents, or mpirun over SSH (the user's"
                + " keys must let it in).")
        @Default("agent")
        Launcher launcher,
    @Doc("Whether a node may have more ranks than slots.") @Default("false") boolean oversubscribe,
    @Doc(
            "So many ranks on every node. Without it a node is filled before the next, and without"
                + " `ranks` too every slot is taken.")
        Optional<Integer> ranksPerNode,
    @Doc("MCA parameters of Open MPI, by name.") Map<String, String> mca) {

  /** What holds where the job file says nothing. */
  static final MpiSettings DEFAULT =
      new MpiSettings(Launcher.AGENT, false, Optional.empty(), Map.of());

  /** Parameters on which the start of ranks rests. */
  private static final Set<String> OURS =
      Set.of(
          "plm",
          "plm_rsh_agent",
          "plm_rsh_no_tree_spawn",
          "plm_rsh_args",
          "orte_launch_agent",
          "btl_tcp_if_include",
          "oob_tcp_if_include");

  public MpiSettings {
    mca = Map.copyOf(mca);
    Checks checks = new Checks();
    checks.that(
        ranksPerNode.isEmpty() || (ranksPerNode.get() >= 1 && ranksPerNode.get() <= 65536),
        "job-ranks",
        "ranks_per_node",
        ranksPerNode.orElse(0) + " ranks per node are out of range 1 to 65536");
    for (String name : mca.keySet()) {
      checks
          .that(
              name.matches("[a-z][a-z0-9_]*"),
              "job-mca-name",
              "mca." + name,
              "'" + name + "' is not the name of an MCA parameter, such as btl_tcp_links")
          .that(
              !OURS.contains(name),
              "job-mca-ours",
              "mca." + name,
              name.endsWith("_if_include")
                  ? name + " is set by the network of the inventory: jobs: {network: …}"
                  : name + " is set by Plumbline; mpi.launcher says who starts the ranks");
    }
    checks.done();
  }
}
