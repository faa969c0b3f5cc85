package dev.plumbline.lab.node;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.engine.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads from the engine which nodes there are, and where. */
public final class Places {
  private static final String FORMAT =
      "{{index .Config.Labels \"" + Labels.NODE + "\"}}{{range .Config.Env}}\t{{.}}{{end}}";

  private Places() {}

  /** The nodes of one lab, in the order of their addresses; stopped ones too. */
  public static List<NodePlace> of(Docker docker, String lab) {
    List<String> containers = containers(docker, Labels.of(lab));
    if (containers.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of("container", "inspect", "--format", FORMAT));
    words.addAll(containers);
    return docker
        .command(words)
        .output("reading the nodes of the lab " + lab)
        .lines()
        .map(line -> place(lab, line))
        .sorted((a, b) -> Integer.compare(last(a), last(b)))
        .toList();
  }

  /** How many nodes of all labs run now. */
  public static int running(Docker docker) {
    return docker.lines("counting the nodes", "ps", "--quiet", "--filter", Labels.any()).size();
  }

  /** The ids of the labs that have a node, with the inventory of each. */
  public static Map<String, String> labs(Docker docker) {
    Map<String, String> labs = new HashMap<>();
    String format = "{{.Label \"" + Labels.LAB + "\"}}\t{{.Label \"" + Labels.INVENTORY + "\"}}";
    docker
        .lines("listing the labs", "ps", "--all", "--filter", Labels.any(), "--format", format)
        .forEach(line -> {
          String[] columns = line.split("\t", -1);
          labs.put(columns[0], columns.length > 1 ? columns[1] : "");
        });
    return labs;
  }

  private static List<String> containers(Docker docker, String filter) {
    return docker.lines("listing the nodes", "ps", "--all", "--quiet", "--filter", filter);
  }

  private static NodePlace place(String lab, String line) {
    String[] columns = line.split("\t", -1);
    Map<String, String> environment = new HashMap<>();
    Arrays.stream(columns)
        .skip(1)
        .filter(variable -> variable.contains("="))
        .forEach(variable -> {
          int equals = variable.indexOf('=');
          environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        });
    String contact = environment.getOrDefault("LAB_CONTACT", "");
    return new NodePlace(
        lab,
        columns[0],
        contact.replaceFirst("/.*", ""),
        environment.getOrDefault("LAB_GATEWAY", ""),
        environment.getOrDefault("LAB_NIC1", ""),
        environment.getOrDefault("LAB_NIC2", ""));
  }

  private static int last(NodePlace place) {
    return Integer.parseInt(place.contact().substring(place.contact().lastIndexOf('.') + 1));
  }
}
