package dev.plumbline.agent.job.order;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a job reads.
 *
 * @param folder whether it is a folder; else it is its only file
 */
public record Input(String name, boolean folder, List<Placed> files) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

  public Input {
    files = List.copyOf(files);
    if (!NAME.matcher(name).matches() || (!folder && files.size() != 1)) {
      throw new IllegalArgumentException("'" + name + "' is no input");
    }
  }
}
