package dev.plumbline.agent.guard;

import dev.plumbline.agent.engine.Guarding;
import dev.plumbline.agent.engine.ProgressListener;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.guard.Guard;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Guards in a directory of their own, undone by systemd. */
public final class NodeGuards implements Guards {
  private static final System.Logger LOG = System.getLogger(NodeGuards.class.getName());
  private final Path directory;
  private final Tools tools;

  /**
   * What every guard works with.
   *
   * @param nanos monotonic time
   */
  record Tools(Undoing undoing, Vigil vigil, RandomGenerator random, LongSupplier nanos) {}

  /**
   * @param directory where guards are kept
   * @param random makes nonces
   * @param nanos monotonic time
   */
  public NodeGuards(
      Path directory, GuardUnits units, Vigil vigil, RandomGenerator random, LongSupplier nanos) {
    this.directory = directory;
    this.tools = new Tools(new Undoing(units, nanos), vigil, random, nanos);
  }

  @Override
  public Guarding during(String request) {
    return (guards, listener) -> arm(request, guards, listener);
  }

  private Guarding.Armed arm(
      String request, Map<ResourceId, Guard> guards, ProgressListener listener) throws Failure {
    Guard whole = Guards.together(List.copyOf(guards.values()));
    String id = String.format("%016x", tools.random().nextLong());
    List<ResourceId> resources = List.copyOf(guards.keySet());
    GuardFolder folder =
        GuardFolder.write(directory, id, new GuardFolder.Facts(request, resources), whole);
    long deadline = tools.nanos().getAsLong() + whole.within().toNanos();
    try {
      tools.undoing().arm(folder, whole.within());
    } catch (Failure failure) {
      folder.delete();
      throw failure;
    }
    tools.vigil().guarding(request, whole.within());
    listener.now(
        resources.getFirst(),
        "changing; goes back after " + whole.within().toSeconds() + " s unless confirmed");
    return new ArmedGuard(
        request, folder, whole, deadline, what -> listener.now(resources.getFirst(), what), tools);
  }

  @Override
  public Map<ResourceId, Guarding.RolledBack> settle(String request) throws Failure {
    Map<ResourceId, Guarding.RolledBack> undone = new LinkedHashMap<>();
    for (GuardFolder folder : GuardFolder.all(directory)) {
      switch (folder.mark()) {
        case NONE, CONFIRMED -> {}
        case PENDING, RESTORING, RESTORED -> {
          GuardFolder.Facts facts = folder.facts();
          if (facts.request().equals(request)) {
            Guarding.RolledBack back = tools.undoing().now(folder, left(folder));
            facts.resources().forEach(id -> undone.put(id, back));
          }
        }
      }
    }
    return undone;
  }

  private static String left(GuardFolder folder) throws Failure {
    return folder.undoneAtBoot()
        ? "because the node restarted before it was confirmed"
        : "because the agent ended before it was confirmed";
  }

  @Override
  public void forget(String request) {
    try {
      for (GuardFolder folder : GuardFolder.all(directory)) {
        if (folder.mark() == Mark.NONE || folder.facts().request().equals(request)) {
          folder.delete();
        }
      }
    } catch (Failure failure) {
      // It only takes room; the next one is tried again.
      LOG.log(System.Logger.Level.WARNING, "an old guard stays: {0}", failure.getMessage());
    }
  }

  @Override
  public void forgetAll() {
    try {
      for (GuardFolder folder : GuardFolder.all(directory)) {
        if (folder.mark() != Mark.NONE) {
          settle(folder.facts().request());
        }
        folder.delete();
      }
    } catch (Failure failure) {
      LOG.log(System.Logger.Level.WARNING, "an old guard stays: {0}", failure.getMessage());
    }
  }
}
