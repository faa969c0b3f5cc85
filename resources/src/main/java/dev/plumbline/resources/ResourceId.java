package dev.plumbline.resources;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one resource on one node, printed as {@code kind[name]}, or as {@code kind} where a
 * node has only one of the kind.
 *
 * @param kind the singular, printed name of the kind, for example {@code package}
 * @param name the name within the kind; empty for a kind of which a node has only one
 */
public record ResourceId(String kind, String name) implements Comparable<ResourceId> {
  private static final Pattern PRINTED = Pattern.compile("([a-z_]+)(?:\\[(.+)])?");

  /** The id of the only resource of its kind. */
  public static ResourceId only(String kind) {
    return new ResourceId(kind, "");
  }

  /**
   * The inverse of {@link #toString()}.
   *
   * @throws IllegalArgumentException if the text is not of the form {@code kind} or {@code
   *     kind[name]}
   */
  public static ResourceId parse(String printed) {
    Matcher matcher = PRINTED.matcher(printed);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + printed + "' is not of the form kind[name]");
    }
    String name = matcher.group(2);
    return new ResourceId(matcher.group(1), name == null ? "" : name);
  }

  @Override
  public int compareTo(ResourceId other) {
    return Comparator.comparing(ResourceId::kind)
        .thenComparing(ResourceId::name)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return name.isEmpty() ? kind : kind + "[" + name + "]";
  }
}
