package dev.plumbline.controller.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * First come, first served, by slots. A job that waits keeps the nodes that it waits for from all
 * that came after it; these may only go ahead where it does not want to be.
 */
public final class JobQueue {
  private final Map<String, Standing> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> taken = new HashMap<>();
  private final Map<String, List<String>> takers = new HashMap<>();
  private final Map<String, String> reserved = new HashMap<>();

  private JobQueue(List<Standing> standings) {
    standings.forEach(node -> nodes.put(node.node(), node));
  }

  /**
   * Says of every queued job whether it is its turn.
   *
   * @param jobs all that are not over
   * @param uncleaned nodes that still have something of an earlier attempt, by job
   * @return by job, in their order
   */
  public static Map<Long, Turn> decide(
      Collection<JobRecord> jobs, List<Standing> standings, Map<Long, List<String>> uncleaned) {
    JobQueue queue = new JobQueue(standings);
    List<JobRecord> inOrder =
        jobs.stream().sorted(Comparator.comparingLong(JobRecord::id)).toList();
    inOrder.stream()
        .filter(job -> job.phase().holdsSlots() && !job.asked().dryRun())
        .forEach(queue::take);
    Map<Long, Turn> turns = new LinkedHashMap<>();
    for (JobRecord job : inOrder) {
      if (job.phase() == JobPhase.QUEUED) {
        Turn turn = queue.turn(job, uncleaned.getOrDefault(job.id(), List.of()));
        turns.put(job.id(), turn);
      }
    }
    return turns;
  }

  /** The job as its turn makes it. */
  public static JobRecord after(JobRecord job, Turn turn, Instant now) {
    return switch (turn) {
      case Turn.Begin begin -> job.placed(begin.places()).in(JobPhase.SENDING, List.of(), now);
      case Turn.Check check -> job.placed(check.places()).in(JobPhase.CHECKING, check.why(), now);
      case Turn.Wait wait -> job.waitingFor(wait.why());
    };
  }

  private void take(JobRecord job) {
    job.places().forEach(place -> take(job, place));
  }

  private void take(JobRecord job, Place place) {
    taken.merge(place.node(), Math.min(place.ranks(), place.slots()), Integer::sum);
    takers.computeIfAbsent(place.node(), _ -> new ArrayList<>()).add(job.title());
  }

  private Turn turn(JobRecord job, List<String> uncleaned) {
    Candidates candidates = Candidates.of(job, List.copyOf(nodes.values()));
    Optional<List<Place>> whole =
        candidates.fit()
            ? Placement.of(job.spec(), candidates.nodes(), Standing::slots)
            : Optional.empty();
    if (job.asked().dryRun()) {
      List<String> busy =
          whole.isPresent() && Placement.of(job.spec(), candidates.nodes(), this::free).isEmpty()
              ? busy(candidates)
              : List.of();
      return new Turn.Check(whole.orElseGet(() -> Placement.everywhere(candidates.nodes())), busy);
    }
    List<String> why = new ArrayList<>();
    candidates.nodes().stream()
        .filter(node -> !node.live() && node.coming())
        .forEach(node -> why.add(node.node() + " is not connected at the moment"));
    if (why.isEmpty() && whole.isEmpty()) {
      return new Turn.Check(Placement.everywhere(candidates.nodes()), List.of());
    }
    uncleaned.forEach(node -> why.add(node + " is being cleaned of the attempt before"));
    candidates.nodes().stream()
        .filter(Standing::applying)
        .forEach(node -> why.add(node.node() + " is being changed by an apply"));
    candidates.nodes().stream()
        .map(node -> reserved.get(node.node()))
        .filter(Objects::nonNull)
        .distinct()
        .forEach(ahead -> why.add(ahead + " came before it and waits for the same nodes"));
    Optional<List<Place>> places = Placement.of(job.spec(), candidates.nodes(), this::free);
    if (places.isEmpty()) {
      why.addAll(busy(candidates));
    }
    if (why.isEmpty() && places.isPresent()) {
      places.get().forEach(place -> take(job, place));
      return new Turn.Begin(places.get());
    }
    candidates.nodes().forEach(node -> reserved.putIfAbsent(node.node(), job.title()));
    return new Turn.Wait(why);
  }

  private int free(Standing node) {
    return Math.max(0, node.slots() - taken.getOrDefault(node.node(), 0));
  }

  private List<String> busy(Candidates candidates) {
    return candidates.nodes().stream().flatMap(node -> busy(node).stream()).toList();
  }

  private Optional<String> busy(Standing node) {
    List<String> holders = takers.getOrDefault(node.node(), List.of());
    return holders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            node.node()
                + " has "
                + free(node)
                + " of "
                + node.slots()
                + (node.slots() == 1 ? " slot" : " slots")
                + " free: "
                + String.join(", ", holders)
                + (holders.size() == 1 ? " runs" : " run")
                + " there");
  }
}
