package dev.plumbline.agent.job.mpi;

import dev.plumbline.resources.Failure;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets pass only those arguments of orted that mpirun of this very job can have made: everything is
 * a parameter of Open MPI, and every value is either of a plain form, or one that we gave mpirun
 * ourselves, or the address of the head.
 *
 * @param headAddress where mpirun runs
 * @param network where it may listen
 * @param shim what we told mpirun to use instead of ssh
 * @param mca the parameters of the job
 */
public record OrtedArguments(
    String headAddress, Network network, String shim, Map<String, String> mca) {
  private static final int MOST = 200;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
  private static final Pattern NODES = Pattern.compile("[A-Za-z0-9_.,:@\\[\\]()-]{1,4096}");
  private static final Pattern MAPPING = Pattern.compile("slot(:OVERSUBSCRIBE)?");
  private static final Pattern PMIX = Pattern.compile("\\^?[a-z0-9_,]{1,100}");
  private static final Pattern URI =
      Pattern.compile("[0-9]{1,10}\\.[0-9]{1,10};tcp://([0-9.,]{1,400}):[0-9]{1,5}");
  private static final Set<String> NUMBERS =
      Set.of(
          "orte_leave_session_attached",
          "ess_base_jobid",
          "ess_base_vpid",
          "ess_base_num_procs",
          "plm_rsh_no_tree_spawn",
          "oob_tcp_keepalive_time",
          "oob_tcp_keepalive_intvl",
          "oob_tcp_keepalive_probes",
          "mpi_java_eager",
          "orte_tag_output",
          "rmaps_base_oversubscribe");

  public OrtedArguments {
    mca = Map.copyOf(mca);
  }

  /** The words without the quotes that mpirun adds for the shell that ssh would start. */
  public static List<String> unquoted(List<String> words) {
    return words.stream()
        .map(word ->
            word.length() >= 2 && word.startsWith("\"") && word.endsWith("\"")
                ? word.substring(1, word.length() - 1)
                : word)
        .toList();
  }

  /**
   * The arguments for orted.
   *
   * @throws Failure if anything is among them that mpirun of this job would not have said
   */
  public List<String> checked(List<String> words) throws Failure {
    if (words.size() % 3 != 0 || words.size() > MOST) {
      throw refused("are not triples of -mca, name and value", words.size() + " words");
    }
    List<String> checked = new ArrayList<>();
    for (int i = 0; i < words.size(); i += 3) {
      String option = words.get(i);
      String name = words.get(i + 1);
      String value = words.get(i + 2);
      if (!option.equals("-mca") && !option.equals("--mca")) {
        throw refused("have an option that is not -mca", option);
      }
      if (!allowed(name, value)) {
        throw refused("have a parameter that is not of this job", name + " " + value);
      }
      checked.addAll(List.of("--mca", name, value));
    }
    for (String needed : List.of("ess", "ess_base_jobid", "ess_base_vpid", "orte_hnp_uri")) {
      if (!checked.contains(needed)) {
        throw refused("lack a parameter", needed);
      }
    }
    return checked;
  }

  private boolean allowed(String name, String value) {
    if (value.equals(mca.get(name))) {
      return true;
    }
    if (NUMBERS.contains(name)) {
      return NUMBER.matcher(value).matches();
    }
    return switch (name) {
      case "ess" -> value.equals("env");
      case "plm" -> value.equals("rsh");
      case "plm_rsh_agent" -> value.equals(shim);
      case "btl_tcp_if_include", "oob_tcp_if_include" -> value.equals(network.toString());
      case "orte_node_regex" -> NODES.matcher(value).matches();
      case "rmaps_base_mapping_policy" -> MAPPING.matcher(value).matches();
      case "pmix" -> PMIX.matcher(value).matches();
      case "orte_hnp_uri" -> ofHead(value);
      default -> false;
    };
  }

  /** Whether mpirun can be asked for at the head, and nowhere outside of the job's network. */
  private boolean ofHead(String uri) {
    Matcher matcher = URI.matcher(uri);
    if (!matcher.matches()) {
      return false;
    }
    List<String> addresses = List.of(matcher.group(1).split(",", -1));
    return addresses.contains(headAddress)
        && addresses.stream()
            .allMatch(each -> {
              Optional<InetAddress> address = Network.address(each);
              return each.equals(headAddress)
                  || (address.isPresent() && network.contains(address.get()));
            });
  }

  private static Failure refused(String why, String what) {
    return new Failure(
        "the arguments for orted " + why + ": " + what,
        "if mpirun itself made them, use 'launcher: ssh' in the job file, and report this");
  }
}
