package dev.plumbline.agent.facts;

import java.io.IOException;

/** What tells this machine, and this run of it, from others. */
final class Machine {
  private Machine() {}

  static void detect(Root root, Detector.Sink sink) throws IOException {
    root.text("etc/machine-id").ifPresent(id -> sink.fact("machine_id", id));
    root.text("proc/sys/kernel/random/boot_id").ifPresent(id -> sink.fact("boot_id", id));
    root.text("sys/class/dmi/id/product_name").ifPresent(name -> sink.fact("machine.model", name));
  }
}
