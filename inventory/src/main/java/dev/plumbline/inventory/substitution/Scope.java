package dev.plumbline.inventory.substitution;

import dev.plumbline.resources.codec.Suggestion;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that references of one node, or of the cluster as a whole, may use. */
public final class Scope {
  private static final String NODE = "node.";
  private static final String VARS = "vars.";
  private static final String ENVIRONMENT = "env.";

  private final Map<String, Optional<String>> node;
  private final Map<String, Value.Scalar> vars;
  private final Map<String, String> environment;
  private final Problems problems;
  private final Map<String, Lookup> resolved = new HashMap<>();
  private final List<String> resolving = new ArrayList<>();

  /**
   * @param node what the node is: {@code name}, {@code address}, {@code slots}; an empty value is
   *     one that is wrong and reported already
   * @param vars may refer to each other
   */
  public Scope(
      Map<String, Optional<String>> node,
      Map<String, Value.Scalar> vars,
      Map<String, String> environment,
      Problems problems) {
    this.node = node;
    this.vars = vars;
    this.environment = environment;
    this.problems = problems;
  }

  /** Reports what is wrong with any var, used or not. */
  public void resolveAll() {
    vars.forEach(this::variable);
  }

  /**
   * @param others further names that would have been right
   */
  Lookup find(String reference, Collection<String> others) {
    if (reference.startsWith(ENVIRONMENT)) {
      return environment(reference.substring(ENVIRONMENT.length()));
    }
    if (reference.startsWith(NODE)) {
      Optional<String> value = node.get(reference.substring(NODE.length()));
      return value == null
          ? unknown(reference, others)
          : value.<Lookup>map(Lookup.Found::new).orElseGet(Lookup.Unsaid::new);
    }
    String name = reference.startsWith(VARS) ? reference.substring(VARS.length()) : reference;
    Value.@Nullable Scalar value = vars.get(name);
    return value == null ? unknown(reference, others) : variable(name, value);
  }

  private Lookup environment(String reference) {
    int dash = reference.indexOf(":-");
    String name = dash < 0 ? reference : reference.substring(0, dash);
    String value = environment.getOrDefault(name, "");
    if (!value.isEmpty() || (dash < 0 && environment.containsKey(name))) {
      return new Lookup.Found(value);
    }
    return dash >= 0
        ? new Lookup.Found(reference.substring(dash + 2))
        : new Lookup.Unknown(
            "substitution-environment",
            "the environment has no "
                + name
                + "; set it, or give a default: ${env."
                + name
                + ":-…}");
  }

  private Lookup variable(String name, Value.Scalar value) {
    Lookup known = resolved.get(name);
    if (known != null) {
      return known;
    }
    if (resolving.contains(name)) {
      reportCycle(resolving.subList(resolving.indexOf(name), resolving.size()));
      return new Lookup.Unsaid();
    }
    resolving.add(name);
    Broken broken = new Broken();
    Value filled = new Substitution(this, problems, broken).fill(value);
    resolving.removeLast();
    Lookup lookup =
        broken.isEmpty() ? new Lookup.Found(((Value.Scalar) filled).text()) : new Lookup.Unsaid();
    resolved.put(name, lookup);
    return lookup;
  }

  /** The same cycle is one problem, wherever it was entered. */
  private void reportCycle(List<String> path) {
    List<String> cycle = new ArrayList<>(path);
    Comparator<String> byPlace = Comparator.comparing(this::placeOf);
    int first = cycle.indexOf(Collections.min(cycle, byPlace));
    Collections.rotate(cycle, -first);
    cycle.add(cycle.getFirst());
    problems.add(
        "substitution-cycle",
        placeOf(cycle.getFirst()),
        "these vars need each other: " + String.join(" → ", cycle));
  }

  private Origin placeOf(String name) {
    Value.@Nullable Scalar value = vars.get(name);
    return value == null ? Origin.of("vars") : value.origin();
  }

  private Lookup unknown(String reference, Collection<String> others) {
    if (!reference.startsWith(NODE) && environment.containsKey(reference)) {
      return unknown(reference, " (did you mean 'env." + reference + "'?)");
    }
    List<String> known =
        Stream.of(
                node.keySet().stream().map(name -> NODE + name),
                vars.keySet().stream(),
                vars.keySet().stream().map(name -> VARS + name),
                others.stream())
            .flatMap(names -> names)
            .toList();
    return unknown(reference, Suggestion.of(reference, known));
  }

  private static Lookup unknown(String reference, String suggestion) {
    return new Lookup.Unknown(
        "substitution-unknown",
        "unknown variable '"
            + reference
            + "'"
            + suggestion
            + "; the text itself is written $${"
            + reference
            + "}");
  }
}
