package dev.plumbline.controller.job.desk;

import dev.plumbline.controller.job.JobMessage;
import dev.plumbline.controller.job.JobPhase;
import dev.plumbline.controller.job.content.Access;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What everybody but the desk sees of jobs. */
final class Snapshots implements Access {
  static final JobMessage NOTHING = new JobMessage(new byte[0]);
  private static final int REMEMBERED = 200;

  private final Map<Long, JobSnapshot> live = new ConcurrentHashMap<>();
  private final Map<Long, Set<String>> files = new ConcurrentHashMap<>();
  private final Map<Long, AtomicLong> sent = new ConcurrentHashMap<>();
  private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
  private final Map<Long, JobSnapshot> over =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, JobSnapshot> eldest) {
          return size() > REMEMBERED;
        }
      };

  void publish(JobSnapshot snapshot) {
    long id = snapshot.job().id();
    files.computeIfAbsent(id, _ -> Set.copyOf(snapshot.job().spec().contents().keySet()));
    sent.computeIfAbsent(id, _ -> new AtomicLong(snapshot.job().bytesSent()));
    if (!snapshot.equals(live.put(id, snapshot))) {
      raise();
    }
  }

  void end(JobSnapshot snapshot) {
    long id = snapshot.job().id();
    synchronized (over) {
      over.put(id, snapshot);
    }
    live.remove(id);
    files.remove(id);
    sent.remove(id);
    raise();
  }

  /** Lines came into a log. */
  void raise() {
    listeners.forEach(Runnable::run);
  }

  /**
   * @param listener must not block
   * @return stops listening
   */
  Runnable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  List<JobSnapshot> live() {
    return List.copyOf(live.values());
  }

  Optional<JobSnapshot> find(long id) {
    JobSnapshot snapshot = live.get(id);
    if (snapshot != null) {
      return Optional.of(snapshot);
    }
    synchronized (over) {
      return Optional.ofNullable(over.get(id));
    }
  }

  /** What jobs that are not over need. */
  Set<String> needed() {
    Set<String> needed = new HashSet<>();
    files.values().forEach(needed::addAll);
    live.values()
        .forEach(snapshot ->
            snapshot.job().shares().values().stream()
                .flatMap(share -> share.outputs().stream())
                .forEach(file -> needed.add(file.content().hash())));
    return needed;
  }

  long sent(long id) {
    AtomicLong bytes = sent.get(id);
    return bytes == null ? 0 : bytes.get();
  }

  @Override
  public boolean mayFetch(String node, String hash) {
    return jobOf(node, hash).isPresent();
  }

  private Optional<Long> jobOf(String node, String hash) {
    return live.values().stream()
        .filter(snapshot -> snapshot.job().isOn(node))
        .map(snapshot -> snapshot.job().id())
        .filter(id -> files.getOrDefault(id, Set.of()).contains(hash))
        .findFirst();
  }

  @Override
  public boolean mayDeliver(String node) {
    return live.values().stream()
        .anyMatch(
            snapshot -> snapshot.job().phase() == JobPhase.COLLECTING && snapshot.job().isOn(node));
  }

  @Override
  public void fetched(String node, String hash, long bytes) {
    jobOf(node, hash).map(sent::get).ifPresent(count -> count.addAndGet(bytes));
  }
}
