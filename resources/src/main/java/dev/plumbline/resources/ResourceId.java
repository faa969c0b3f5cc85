package dev.plumbline.resources;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  /** Written out, as is the hash: what a record gets made costs a short command more than this. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceId that && kind.equals(that.kind) && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + name.hashCode();
  }

  @Override
  public int compareTo(ResourceId other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name.isEmpty() ? kind : kind + "[" + name + "]";
  }
}
