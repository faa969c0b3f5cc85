package dev.plumbline.controller.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that outlives the controller's process of one job.
 *
 * @param attempt counts from 1
 * @param states all that it went through, the last one is where it stands
 * @param places its nodes, the head first; empty before it had any
 * @param generation of the inventory when it was started
 * @param drifted whether it was started on nodes that differ, with {@code --force}
 * @param shares by node
 * @param bytesSent what travelled to the nodes
 * @param logSize bytes
 */
public record JobRecord(
    long id,
    Asked asked,
    int attempt,
    List<Entered> states,
    List<Place> places,
    long generation,
    boolean drifted,
    Optional<Verdict> verdict,
    Map<String, NodeShare> shares,
    long bytesSent,
    long logSize) {
  public JobRecord {
    states = List.copyOf(states);
    places = List.copyOf(places);
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
  }

  /**
   * A phase and when it began.
   *
   * @param why why it waits, or what ended it
   */
  public record Entered(JobPhase phase, List<String> why, Instant at) {
    public Entered {
      why = List.copyOf(why);
    }
  }

  /** A job that was just asked for. */
  public static JobRecord asked(long id, Asked asked, Instant at) {
    return new JobRecord(
        id,
        asked,
        1,
        List.of(new Entered(JobPhase.QUEUED, List.of(), at)),
        List.of(),
        0,
        false,
        Optional.empty(),
        Map.of(),
        0,
        0);
  }

  public JobSpec spec() {
    return asked.spec();
  }

  public Entered state() {
    return states.getLast();
  }

  public JobPhase phase() {
    return state().phase();
  }

  public NodeShare share(String node) {
    return shares.getOrDefault(node, NodeShare.NONE);
  }

  public boolean isOn(String node) {
    return places.stream().anyMatch(place -> place.node().equals(node));
  }

  /** The places whose program's end is the job's. */
  public List<Place> heads() {
    return switch (spec().kind()) {
      case COMMAND -> places;
      case MPI, SPARK -> places.isEmpty() ? List.of() : places.subList(0, 1);
    };
  }

  public boolean isHead(String node) {
    return heads().stream().anyMatch(place -> place.node().equals(node));
  }

  /** As people call it: {@code job 7 (mnist)}. */
  public String title() {
    return "job " + id + " (" + spec().name() + ")";
  }

  JobRecord in(JobPhase next, List<String> why, Instant at) {
    if (!phase().mayBecome(next)) {
      throw new IllegalStateException(title() + " cannot go from " + phase() + " to " + next);
    }
    List<Entered> longer = new ArrayList<>(states);
    longer.add(new Entered(next, why, at));
    return new JobRecord(
        id,
        asked,
        attempt,
        longer,
        places,
        generation,
        drifted,
        verdict,
        shares,
        bytesSent,
        logSize);
  }

  /** Says anew why it waits where it stands. */
  JobRecord waitingFor(List<String> why) {
    List<Entered> same = new ArrayList<>(states);
    same.set(same.size() - 1, new Entered(phase(), why, state().at()));
    return new JobRecord(
        id, asked, attempt, same, places, generation, drifted, verdict, shares, bytesSent, logSize);
  }

  JobRecord placed(List<Place> newPlaces) {
    return new JobRecord(
        id,
        asked,
        attempt,
        states,
        newPlaces,
        generation,
        drifted,
        verdict,
        Map.of(),
        bytesSent,
        logSize);
  }

  JobRecord startedOn(long newGeneration, boolean newDrifted) {
    return new JobRecord(
        id,
        asked,
        attempt,
        states,
        places,
        newGeneration,
        newDrifted,
        verdict,
        shares,
        bytesSent,
        logSize);
  }

  JobRecord judged(Verdict newVerdict) {
    return new JobRecord(
        id,
        asked,
        attempt,
        states,
        places,
        generation,
        drifted,
        Optional.of(newVerdict),
        shares,
        bytesSent,
        logSize);
  }

  JobRecord with(String node, NodeShare share) {
    Map<String, NodeShare> more = new LinkedHashMap<>(shares);
    more.put(node, share);
    return new JobRecord(
        id, asked, attempt, states, places, generation, drifted, verdict, more, bytesSent, logSize);
  }

  /** Another try, from the queue. */
  JobRecord again(List<String> why, Instant at) {
    JobRecord queued = in(JobPhase.QUEUED, why, at);
    return new JobRecord(
        id,
        asked,
        attempt + 1,
        queued.states,
        places,
        generation,
        drifted,
        Optional.empty(),
        Map.of(),
        bytesSent,
        logSize);
  }

  /** Sizes that are counted elsewhere. */
  public JobRecord measured(long newBytesSent, long newLogSize) {
    return new JobRecord(
        id,
        asked,
        attempt,
        states,
        places,
        generation,
        drifted,
        verdict,
        shares,
        newBytesSent,
        newLogSize);
  }

  /** Ends it: at once if nothing was started, else by way of cleaning its nodes. */
  JobRecord end(Verdict newVerdict, Instant at) {
    JobRecord judged = judged(newVerdict);
    return phase().isStarted()
        ? judged.in(JobPhase.COLLECTING, newVerdict.why(), at)
        : judged.in(newVerdict.end(), newVerdict.why(), at);
  }
}
