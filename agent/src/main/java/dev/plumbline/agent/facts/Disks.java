package dev.plumbline.agent.facts;

import java.io.IOException;
import java.util.Optional;

/** The block devices that are no part of others. */
final class Disks {
  private static final int SECTOR = 512; // The unit of /sys/block/*/size, whatever the device's is.

  private Disks() {}

  static void detect(Root root, Detector.Sink sink) throws IOException {
    for (String name : root.names("sys/block")) {
      String directory = "sys/block/" + name;
      Optional<String> size = root.text(directory + "/size");
      if (size.isEmpty() || size.get().equals("0") || name.matches("(loop|ram|zram|dm-).*")) {
        continue;
      }
      sink.fact("disk." + name + ".size_bytes", Long.parseLong(size.get()) * SECTOR);
      root.text(directory + "/queue/rotational")
          .ifPresent(flag -> sink.fact("disk." + name + ".rotational", flag.equals("1")));
      root.text(directory + "/device/model")
          .ifPresent(model -> sink.fact("disk." + name + ".model", model));
    }
  }
}
