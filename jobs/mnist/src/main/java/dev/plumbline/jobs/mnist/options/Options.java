package dev.plumbline.jobs.mnist.options;

import dev.plumbline.jobs.mnist.problem.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Options of the form {@code --name value}. */
public final class Options {
  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads a command line.
   *
   * @param known the names that are allowed
   */
  public static Options parse(String[] args, Set<String> known) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i].startsWith("--") ? args[i].substring(2) : "";
      if (!known.contains(name)) {
        throw new Problem("unknown option '%s'; there are %s".formatted(args[i], list(known)));
      }
      if (i + 1 == args.length) {
        throw new Problem("option --%s lacks its value".formatted(name));
      }
      if (values.put(name, args[i + 1]) != null) {
        throw new Problem("option --%s is given twice".formatted(name));
      }
    }
    return new Options(values);
  }

  private static String list(Set<String> names) {
    return new TreeSet<>(names).stream().map(name -> "--" + name).collect(Collectors.joining(", "));
  }

  /** The value of an option, or {@code null} when it was not given. */
  public @Nullable String value(String name) {
    return values.get(name);
  }

  /** A folder, which must be given. */
  public Path folder(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new Problem("option --%s is missing: it names a folder".formatted(name));
    }
    return Path.of(value);
  }

  public long number(String name, long otherwise) {
    String value = values.get(name);
    try {
      return value == null ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new Problem("--%s %s: that is no whole number".formatted(name, value), e);
    }
  }

  /** A number from 0 to a million. */
  public int count(String name, int otherwise) {
    long value = number(name, otherwise);
    if (value < 0 || value > 1_000_000) {
      throw new Problem("--%s %d: it must lie from 0 to 1,000,000".formatted(name, value));
    }
    return (int) value;
  }

  public double positive(String name, double otherwise) {
    String value = values.get(name);
    try {
      double number = value == null ? otherwise : Double.parseDouble(value);
      if (number > 0 && Double.isFinite(number)) {
        return number;
      }
      throw new Problem("--%s %s: it must be greater than 0".formatted(name, value));
    } catch (NumberFormatException e) {
      throw new Problem("--%s %s: that is no number".formatted(name, value), e);
    }
  }
}
