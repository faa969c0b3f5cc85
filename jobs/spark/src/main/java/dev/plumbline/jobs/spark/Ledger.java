package dev.plumbline.jobs.spark;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What is known of the executors of a job. Thread-safe. */
final class Ledger {
  private static final int MOST_FAILURES = 4;
  private static final String PREFIX = "spark-on-";
  private final Consumer<String> say;
  private final Map<String, String> alive = new TreeMap<>();
  private final Set<String> everAlive = new HashSet<>();
  private final Set<String> hosts = new TreeSet<>();
  private final Set<String> ended = new HashSet<>();
  private int inVain;

  /**
   * @param say receives lines for a person
   */
  Ledger(Consumer<String> say) {
    this.say = say;
  }

  /**
   * Code of ours has run in an executor.
   *
   * @param said its id and its host
   */
  synchronized void lives(String said) {
    String[] words = said.split(" ", 2);
    String host = node(words.length > 1 ? words[1] : "");
    alive.put(words[0], host);
    everAlive.add(words[0]);
    hosts.add(host);
    inVain = 0;
    say.accept("executor " + words[0] + " runs on " + host);
  }

  /** Whether an end was told already. */
  synchronized boolean knowsEnd(String id) {
    return ended.contains(id);
  }

  /**
   * An executor has ended while the job goes on.
   *
   * @param log the end of its own log
   */
  synchronized void ended(String id, String host, String log) {
    ended.add(id);
    alive.remove(id);
    if (!everAlive.contains(id)) {
      inVain++;
    }
    say.accept(
        "executor "
            + id
            + " on "
            + node(host)
            + (everAlive.contains(id) ? " ended; " : " ended before it could work; ")
            + ended.size()
            + (ended.size() == 1 ? " has" : " have")
            + " so far. Its log ends so:");
    log.lines().filter(line -> !line.isBlank()).forEach(line -> say.accept("  | " + line));
  }

  /** Whether waiting for executors has become useless. */
  synchronized boolean hopeless() {
    return alive.isEmpty() && inVain >= MOST_FAILURES;
  }

  synchronized boolean anyLives() {
    return !everAlive.isEmpty();
  }

  synchronized void say(String line) {
    say.accept(line);
  }

  /** The last line. */
  synchronized void sumUp() {
    say.accept(
        "executors: "
            + everAlive.size()
            + " worked"
            + (hosts.isEmpty() ? "" : ", on " + String.join(", ", hosts))
            + "; "
            + ended.size()
            + " ended early");
  }

  /** Spark's hosts are called after their nodes. */
  private static String node(String host) {
    return host.startsWith(PREFIX) ? host.substring(PREFIX.length()) : host;
  }
}
