package dev.plumbline.agent.journal;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One apply in the journal, while it is carried out. */
public final class Entry {
  private final Path file;
  private final Lines lines;

  Entry(Path file, Lines lines) {
    this.file = file;
    this.lines = lines;
  }

  /** A step is about to start. Returns when that is on the disk. */
  public void started(ResourceId id, List<Change> changes) throws Failure {
    append(
        new Tree.Writer()
            .text("record", "started")
            .text("resource", id.toString())
            .objects("changes", changes, Forms::change),
        true);
  }

  /** A step has ended. */
  public void done(ResourceId id, Outcome outcome) throws Failure {
    append(
        new Tree.Writer()
            .text("record", "done")
            .text("resource", id.toString())
            .object("result", Forms.outcome(outcome)),
        false);
  }

  /** The apply has ended. Returns when its report is on the disk. */
  public void finished(Finished finished) throws Failure {
    append(
        new Tree.Writer().text("record", "finished").object("report", Forms.finished(finished)),
        true);
    try {
      lines.close();
    } catch (IOException e) {
      throw FileTrouble.of("write", file, e);
    }
  }

  private void append(Tree.Writer line, boolean force) throws Failure {
    try {
      lines.append(line.json());
      if (force) {
        lines.force();
      }
    } catch (IOException e) {
      throw FileTrouble.of("write", file, e);
    }
  }
}
