package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.content.ContentException;
import dev.plumbline.controller.cli.content.Progress;
import dev.plumbline.controller.cli.content.Upload;
import dev.plumbline.controller.cli.render.Amount;
import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.input.CarriedFile;
import dev.plumbline.inventory.job.LocalFile;
import java.util.List;

/** Brings to the controller what travels beside the catalogs of an inventory. */
final class Freight {
  private static final int WHOLE = 100;

  private Freight() {}

  /**
   * @param nodes who waits for it
   */
  static void send(Inventory inventory, Jobs jobs, Screen screen, List<String> nodes) {
    List<LocalFile> files = inventory.carried().stream().map(Freight::file).toList();
    if (files.isEmpty()) {
      return;
    }
    long[] told = {-1};
    Progress progress =
        (what, done, total) -> {
          long percent = total == 0 ? WHOLE : done * WHOLE / total;
          if (told[0] != percent) {
            told[0] = percent;
            nodes.forEach(
                node -> screen.working(node, what + " files of the inventory " + percent + " %"));
          }
        };
    try {
      Upload upload = new Upload(progress);
      upload.add(files);
      long sent = upload.send(jobs);
      if (sent > 0) {
        screen.print(List.of("Sent " + Amount.of(sent) + " to the controller"));
      }
    } catch (ContentException e) {
      throw Trouble.all(e.lines().stream().map(line -> "plumb: " + line).toList());
    }
  }

  private static LocalFile file(CarriedFile carried) {
    return new LocalFile(
        String.valueOf(carried.file().getFileName()),
        carried.file(),
        carried.content().size(),
        carried.modified(),
        false);
  }
}
