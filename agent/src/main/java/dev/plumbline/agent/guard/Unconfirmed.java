package dev.plumbline.agent.guard;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** What waits to be confirmed when the agent goes: from then on nobody could confirm it. */
public final class Unconfirmed {
  private final Path directory;
  private final Undoing undoing;

  /**
   * @param directory where guards are kept
   * @param nanos monotonic time
   */
  public Unconfirmed(Path directory, GuardUnits units, LongSupplier nanos) {
    this.directory = directory;
    this.undoing = new Undoing(units, nanos);
  }

  /**
   * Puts everything back. Called when no agent runs.
   *
   * @return what was undone
   * @throws Failure if something could not be put back; its copies stay then
   */
  public List<ResourceId> undo() throws Failure {
    List<ResourceId> undone = new ArrayList<>();
    for (GuardFolder folder : GuardFolder.all(directory)) {
      switch (folder.mark()) {
        case NONE, CONFIRMED -> {}
        case PENDING, RESTORING -> {
          undoing.now(folder, "");
          check(folder);
          undone.addAll(folder.facts().resources());
        }
        case RESTORED -> {
          if (!folder.trouble().isEmpty()) {
            undoing.again(folder, "");
          }
          check(folder);
        }
      }
    }
    return undone;
  }

  private static void check(GuardFolder folder) throws Failure {
    List<String> trouble = folder.trouble();
    if (folder.mark() != Mark.RESTORED || !trouble.isEmpty()) {
      throw new Failure(
          "a change that was not confirmed could not be undone"
              + (trouble.isEmpty() ? "" : ": " + String.join(", ", trouble)),
          "put it right on the node, where " + folder.path() + " holds the files as they were");
    }
  }
}
