package dev.plumbline.inventory.job;

import dev.plumbline.inventory.substitution.Broken;
import dev.plumbline.inventory.substitution.References;
import dev.plumbline.inventory.substitution.Scope;
import dev.plumbline.inventory.substitution.Substitution;
import dev.plumbline.resources.codec.Suggestion;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the tree of a job file into its records. */
final class JobReader {
  /** Keys whose texts reach the program, and may speak of folders that only a node knows. */
  private static final Set<String> OF_THE_PROGRAM =
      Set.of("command", "args", "env", "java", "conf");

  private final Map<String, String> environment;
  private final JobChanges changes;
  private final Problems problems;

  JobReader(Map<String, String> environment, JobChanges changes, Problems problems) {
    this.environment = environment;
    this.changes = changes;
    this.problems = problems;
  }

  /**
   * A job file that was read.
   *
   * @param tree what it was read from, for the places of further problems
   */
  record Read(JobDocument document, Value tree) {
    /** The place of a key, and of one within that and so on; or of what is there on the way. */
    Origin origin(String... keys) {
      Value at = tree;
      for (String key : keys) {
        Optional<Value> next =
            at instanceof Value.Mapping mapping ? mapping.get(key) : Optional.empty();
        if (next.isEmpty()) {
          break;
        }
        at = next.get();
      }
      return at.origin();
    }
  }

  /** A text in which nothing is filled in. */
  static Value.Scalar literal(String text, Origin origin) {
    return new Value.Scalar(Substitution.literal(text), false, origin);
  }

  static Value.Mapping mapping(Map<String, Value> keys, Origin origin) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    keys.forEach((key, value) -> entries.put(key, new Value.Entry(value.origin(), value)));
    return new Value.Mapping(entries, origin);
  }

  /**
   * Reads the tree.
   *
   * @return what could be read, so that more can be found wrong with it; empty if that is too
   *     little
   */
  Optional<Read> read(Value written) {
    if (!(written instanceof Value.Mapping mapping)) {
      return SoundPart.CODEC.decode("", written, problems).map(none -> new Read(none, written));
    }
    Broken broken = new Broken();
    Map<String, Value.Scalar> vars = new JobVars(changes, problems).read(mapping);
    checkSet(mapping, vars.keySet());
    Value.Mapping filled = changed(filled(mapping, vars, broken));
    return new SoundPart(broken, problems).of(filled);
  }

  private Value.Mapping filled(
      Value.Mapping mapping, Map<String, Value.Scalar> vars, Broken broken) {
    Scope scope =
        new Scope(Map.of(), vars, name -> Optional.ofNullable(environment.get(name)), problems);
    scope.resolveAll();
    Substitution here = new Substitution(scope, problems, broken);
    Substitution there = new Substitution(scope, problems, broken, foldersOf(mapping));
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((key, entry) -> {
          Value value = entry.value();
          if (!key.equals("vars")) {
            value = (OF_THE_PROGRAM.contains(key) ? there : here).fill(value);
          }
          entries.put(key, new Value.Entry(entry.key(), value));
        });
    return new Value.Mapping(entries, mapping.origin());
  }

  /** What the agent fills in. */
  private static Set<String> foldersOf(Value.Mapping mapping) {
    Set<String> folders = new TreeSet<>(List.of("job.id", "job.name", "outputs", "work"));
    if (mapping.get("inputs").orElse(null) instanceof Value.Mapping inputs) {
      inputs.entries().keySet().forEach(name -> folders.add("inputs." + name));
    }
    return folders;
  }

  /** What the caller changes stands where the job file would say it. */
  private Value.Mapping changed(Value.Mapping mapping) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
    changes
        .ranks()
        .ifPresent(ranks -> {
          Origin origin = Origin.of("--np");
          entries.put(
              "ranks", new Value.Entry(origin, new Value.Scalar(ranks.toString(), true, origin)));
        });
    if (!changes.nodes().isEmpty()) {
      Origin origin = Origin.of("--limit");
      List<Value> names =
          changes.nodes().stream()
              .<Value>map(name -> new Value.Scalar(name, false, origin))
              .toList();
      entries.put("nodes", new Value.Entry(origin, new Value.Sequence(names, origin)));
    }
    if (!changes.env().isEmpty()) {
      Origin origin = Origin.of("--env");
      Map<String, Value.Entry> env = new LinkedHashMap<>();
      if (mapping.get("env").orElse(null) instanceof Value.Mapping known) {
        env.putAll(known.entries());
      }
      changes
          .env()
          .forEach((name, value) -> env.put(name, new Value.Entry(origin, literal(value, origin))));
      entries.put("env", new Value.Entry(origin, new Value.Mapping(env, origin)));
    }
    return new Value.Mapping(entries, mapping.origin());
  }

  private void checkSet(Value.Mapping mapping, Set<String> vars) {
    Set<String> known = new TreeSet<>();
    if (mapping.get("vars").orElse(null) instanceof Value.Mapping declared) {
      known.addAll(declared.entries().keySet());
    }
    for (String reference : References.of(mapping)) {
      String name = reference.startsWith("vars.") ? reference.substring(5) : reference;
      if (vars.contains(name)) {
        known.add(name);
      }
    }
    for (String name : changes.set().keySet()) {
      if (!known.contains(name)) {
        problems.add(
            "job-set",
            Origin.of("--set " + name),
            "the job file has no var '" + name + "'" + Suggestion.of(name, known));
      }
    }
  }
}
