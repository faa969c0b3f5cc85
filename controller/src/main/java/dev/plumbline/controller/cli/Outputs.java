package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.content.ContentException;
import dev.plumbline.controller.cli.content.Download;
import dev.plumbline.controller.cli.render.Amount;
import dev.plumbline.controller.cli.screen.JobScreen;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.Jobs;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Fetches what a job left behind. */
final class Outputs {
  private Outputs() {}

  /**
   * Fetches all of it.
   *
   * @param to a folder, relative to the working directory
   * @throws Trouble if any cannot be had
   */
  static List<Download.Fetched> fetch(
      Invocation invocation, Jobs jobs, JobRecord record, String to) {
    JobScreen screen = JobScreens.of(invocation);
    try {
      Path folder = invocation.surroundings().caller().directory().resolve(to).normalize();
      List<Download.Fetched> fetched =
          new Download(
                  jobs,
                  folder,
                  (what, done, total) ->
                      screen.now(what + " " + Amount.of(done) + " of " + Amount.of(total)))
              .fetch(record.outputs());
      screen.calm();
      if (!invocation.output().json()) {
        screen.say(text(fetched, to));
      }
      return fetched;
    } catch (InvalidPathException e) {
      throw Trouble.of("'" + to + "' is no folder: " + e.getReason(), "");
    } catch (ContentException e) {
      throw Trouble.all(e.lines().stream().map(line -> "plumb: " + line).toList());
    } finally {
      screen.calm();
    }
  }

  private static String text(List<Download.Fetched> fetched, String to) {
    long there = fetched.stream().filter(file -> !file.fetched()).count();
    return (fetched.size() - there == 1 ? "1 file" : fetched.size() - there + " files")
        + " fetched to "
        + to
        + (there == 0 ? "" : ", " + there + " there already");
  }
}
