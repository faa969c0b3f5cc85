package dev.plumbline.lab.engine;

import java.util.ArrayList;
import java.util.List;

/** How a lab's things are marked in the engine: its only memory of which labs there are. */
public final class Labels {
  /** The lab's id. */
  public static final String LAB = "dev.plumbline.lab";

  /** The inventory file that the lab was made for. */
  public static final String INVENTORY = "dev.plumbline.lab.inventory";

  /** The node's name. */
  public static final String NODE = "dev.plumbline.lab.node";

  private Labels() {}

  /** The filter that selects the things of one lab. */
  public static String of(String lab) {
    return "label=" + LAB + "=" + lab;
  }

  /** The filter that selects the things of all labs. */
  public static String any() {
    return "label=" + LAB;
  }

  /** The words that mark a new thing as a lab's own. */
  public static List<String> marking(String lab) {
    return new ArrayList<>(List.of("--label", LAB + "=" + lab));
  }
}
