package dev.plumbline.inventory.substitution;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills in the references of trees, in keys and in values. */
public final class Substitution {
  private final Scope scope;
  private final Problems problems;
  private final Broken broken;
  private final Set<String> later;

  /**
   * @param broken receives the places whose references could not be filled in
   */
  public Substitution(Scope scope, Problems problems, Broken broken) {
    this(scope, problems, broken, Set.of());
  }

  /**
   * For texts whose other references somebody fills in later.
   *
   * @param later the names that stay as they are written, escapes with them; empty: none
   */
  public Substitution(Scope scope, Problems problems, Broken broken, Set<String> later) {
    this.scope = scope;
    this.problems = problems;
    this.broken = broken;
    this.later = later;
  }

  /** A text as those write it who mean every character of it. */
  public static String literal(String text) {
    return text.replace("${", "$${");
  }

  /** The tree with every reference filled in; the very same tree where there is none. */
  public Value fill(Value value) {
    return switch (value) {
      case Value.Scalar scalar ->
          Template.isPlain(scalar.text())
              ? scalar
              : new Value.Scalar(fill(scalar.text(), scalar.origin()), false, scalar.origin());
      case Value.Sequence sequence -> fill(sequence);
      case Value.Mapping mapping -> fill(mapping);
    };
  }

  private Value fill(Value.Sequence sequence) {
    List<Value> items = new ArrayList<>(sequence.items().size());
    boolean same = true;
    for (Value item : sequence.items()) {
      Value filled = fill(item);
      same &= isItself(filled, item);
      items.add(filled);
    }
    return same ? sequence : new Value.Sequence(items, sequence.origin());
  }

  private Value fill(Value.Mapping mapping) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    boolean same = true;
    for (Map.Entry<String, Value.Entry> written : mapping.entries().entrySet()) {
      Value.Entry entry = written.getValue();
      Value filled = fill(entry.value());
      String key =
          Template.isPlain(written.getKey())
              ? written.getKey()
              : fill(written.getKey(), entry.key());
      same &= isItself(filled, entry.value()) && key.equals(written.getKey());
      Value.Entry first = entries.putIfAbsent(key, new Value.Entry(entry.key(), filled));
      if (first != null) {
        problems.add(
            "duplicate-key",
            entry.key(),
            "key '"
                + key
                + "', written '"
                + written.getKey()
                + "', stands here a second time; the first is at "
                + first.key());
      }
    }
    return same ? mapping : new Value.Mapping(entries, mapping.origin());
  }

  /** What cannot be filled in stays as it is written, so that no two such keys meet. */
  private String fill(String text, Origin origin) {
    StringBuilder filled = new StringBuilder();
    for (Template.Part part : Template.parse(text)) {
      switch (part) {
        case Template.Part.Text plain -> filled.append(kept(plain.text()));
        case Template.Part.Reference reference -> {
          switch (find(reference.name())) {
            case Lookup.Found found -> filled.append(kept(found.text()));
            case Lookup.Later _ -> filled.append(reference);
            case Lookup.Unknown unknown -> {
              problems.add(unknown.id(), origin, unknown.message());
              broken.add(origin);
              filled.append(reference);
            }
            case Lookup.Unsaid _ -> {
              broken.add(origin);
              filled.append(reference);
            }
          }
        }
        case Template.Part.Malformed malformed -> {
          problems.add(
              "substitution-form",
              origin,
              "'"
                  + malformed.text()
                  + "' is not of the form ${name}; the text itself is written $"
                  + malformed.text());
          broken.add(origin);
          filled.append(malformed.text());
        }
      }
    }
    return filled.toString();
  }

  private Lookup find(String reference) {
    return later.contains(reference) ? new Lookup.Later() : scope.find(reference, later);
  }

  private String kept(String text) {
    return later.isEmpty() ? text : literal(text);
  }

  @SuppressWarnings("ReferenceEquality") // A tree without references is passed on, not copied.
  private static boolean isItself(Value filled, Value written) {
    return filled == written;
  }
}
