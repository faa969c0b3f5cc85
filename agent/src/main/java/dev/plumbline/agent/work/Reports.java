package dev.plumbline.agent.work;

import dev.plumbline.agent.journal.Finished;
import dev.plumbline.agent.journal.Journal;
import dev.plumbline.resources.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reports that the controller has not acknowledged, oldest first. */
public final class Reports {
  private final Journal journal;
  private final Map<String, Finished> open = new LinkedHashMap<>();
  private String last = "";

  Reports(Journal journal) {
    this.journal = journal;
  }

  synchronized void add(Finished finished) {
    open.put(finished.request(), finished);
    last = finished.request();
  }

  /** Adds the report of an apply that was cut short, and that the controller may begin anew. */
  synchronized void addCutShort(Finished finished) {
    open.put(finished.request(), finished);
  }

  /** The last request that was carried out to its end, if its report is not acknowledged. */
  synchronized Optional<String> last() {
    return Optional.of(last).filter(open::containsKey);
  }

  public synchronized List<Finished> all() {
    return List.copyOf(open.values());
  }

  /** The controller has the report. */
  public synchronized void acknowledge(String request) throws Failure {
    open.remove(request);
    journal.forget(request);
  }
}
