package dev.plumbline.inventory.job;

import dev.plumbline.inventory.substitution.Broken;
import dev.plumbline.resources.codec.SpecCodec;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problem;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a job although some of its keys are wrong: without those, so that one wrong key hides
 * nothing of what is wrong with the others.
 */
final class SoundPart {
  static final SpecCodec<JobDocument> CODEC = SpecCodec.of(JobDocument.class);

  private static final Set<String> FOLLOWING = Set.of("job-program", "job-main");
  private static final Set<String> PROGRAMS = Set.of("command", "java", "jar", "python", "main");

  private final Broken broken;
  private final Problems problems;
  private final Set<String> left = new HashSet<>();

  SoundPart(Broken broken, Problems problems) {
    this.broken = broken;
    this.problems = problems;
  }

  Optional<JobReader.Read> of(Value.Mapping job) {
    Value.Mapping rest = job;
    while (true) {
      Value.Mapping now = rest;
      Problems found = new Problems();
      Optional<JobDocument> read = broken.read(now, found, all -> CODEC.decode("", now, all));
      found.sorted().stream().filter(problem -> !follows(problem)).forEach(problems::add);
      if (read.isPresent()) {
        return Optional.of(new JobReader.Read(read.get(), now));
      }
      Set<String> wrong = wrong(now, found);
      if (lacksProgram(found)) {
        wrong.add("command");
      }
      wrong.removeAll(left);
      if (wrong.isEmpty() || wrong.contains("kind")) {
        return Optional.empty();
      }
      left.addAll(wrong);
      rest = without(now, wrong);
    }
  }

  /** Whether something is wrong only because a key was left out. */
  private boolean follows(Problem problem) {
    return FOLLOWING.contains(problem.id()) && left.stream().anyMatch(PROGRAMS::contains);
  }

  private boolean lacksProgram(Problems found) {
    return found.sorted().stream().anyMatch(problem -> problem.id().equals("job-program"));
  }

  private Set<String> wrong(Value.Mapping job, Problems found) {
    Set<Origin> places = new HashSet<>();
    found.sorted().forEach(problem -> places.add(problem.origin()));
    Set<String> wrong = new HashSet<>();
    job.entries()
        .forEach((key, entry) -> {
          if (places.contains(entry.key())
              || holds(entry.value(), places)
              || broken.touches(entry.value())) {
            wrong.add(key);
          }
        });
    return wrong;
  }

  private static boolean holds(Value value, Set<Origin> places) {
    return places.contains(value.origin())
        || switch (value) {
          case Value.Scalar _ -> false;
          case Value.Sequence sequence ->
              sequence.items().stream().anyMatch(item -> holds(item, places));
          case Value.Mapping mapping ->
              mapping.entries().values().stream()
                  .anyMatch(entry -> places.contains(entry.key()) || holds(entry.value(), places));
        };
  }

  /**
   * A job must have a name and a program, and some are as good as any to find what else is wrong.
   */
  private static Value.Mapping without(Value.Mapping job, Set<String> keys) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>(job.entries());
    keys.forEach(entries::remove);
    Value any = new Value.Scalar("job", false, job.origin());
    if (keys.contains("job")) {
      entries.put("job", new Value.Entry(job.origin(), any));
    }
    boolean spark =
        job.get("kind").orElse(null) instanceof Value.Scalar kind && kind.text().equals("spark");
    if (keys.contains("command") && !spark && PROGRAMS.stream().noneMatch(entries::containsKey)) {
      entries.put("command", new Value.Entry(job.origin(), any));
    }
    return new Value.Mapping(entries, job.origin());
  }
}
