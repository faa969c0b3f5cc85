package dev.plumbline.lab.inventory;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Takes the names out of an inventory without judging the rest. */
public final class NamesReader implements InventoryReader {
  private static final String FIRST_NIC = "enp0s3";
  private static final String SECOND_NIC = "enp0s8";
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,39}");

  @Override
  public LabInventory read(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      String text = Files.readString(absolute);
      Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      Map<?, ?> top = map(document);
      List<String> nodes = map(top.get("nodes")).keySet().stream().map(String::valueOf).toList();
      String cluster = top.get("cluster") instanceof String name ? name : "lab";
      List<String> names = new ArrayList<>(nodes);
      names.add(cluster);
      for (String name : names) {
        if (!NAME.matcher(name).matches()) {
          throw new LabProblem(file + ": '" + name + "' cannot be the name of a lab's node");
        }
      }
      if (nodes.isEmpty()) {
        throw new LabProblem(file + ": no nodes; a lab needs 'nodes:' with at least one name");
      }
      return new LabInventory(absolute, cluster, nodes, FIRST_NIC, secondNic(document), text);
    } catch (IOException e) {
      throw new LabProblem("cannot read the inventory " + file + ": " + e.getMessage(), e);
    } catch (YAMLException e) {
      throw new LabProblem(file + ": " + String.valueOf(e.getMessage()).replace("\n", " "), e);
    }
  }

  /** The first key of any {@code addresses} that is not the NIC for first contact. */
  private static String secondNic(@Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String found =
            "addresses".equals(entry.getKey())
                ? map(entry.getValue()).keySet().stream()
                    .map(String::valueOf)
                    .filter(nic -> !nic.equals(FIRST_NIC))
                    .findFirst()
                    .orElse(SECOND_NIC)
                : secondNic(entry.getValue());
        if (!found.equals(SECOND_NIC)) {
          return found;
        }
      }
    }
    return SECOND_NIC;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
