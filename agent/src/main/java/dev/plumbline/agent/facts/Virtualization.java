package dev.plumbline.agent.facts;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the machine runs in, in the words of systemd-detect-virt(1). */
final class Virtualization {
  /** By what the firmware names as its vendor or product. */
  private static final Map<String, String> BY_FIRMWARE =
      Map.of(
          "qemu", "qemu",
          "kvm", "kvm",
          "vmware", "vmware",
          "virtualbox", "oracle",
          "innotek", "oracle",
          "xen", "xen",
          "amazon ec2", "amazon",
          "google compute engine", "google",
          "hyper-v", "microsoft",
          "virtual machine", "microsoft");

  private Virtualization() {}

  static void detect(Root root, Detector.Sink sink) throws IOException {
    sink.fact("virtualization", name(root));
  }

  private static String name(Root root) throws IOException {
    Optional<String> container = root.text("run/systemd/container");
    if (container.isPresent()) {
      return container.get();
    }
    String firmware =
        (root.text("sys/class/dmi/id/sys_vendor").orElse("")
                + " "
                + root.text("sys/class/dmi/id/product_name").orElse(""))
            .toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> known : BY_FIRMWARE.entrySet()) {
      if (firmware.contains(known.getKey())) {
        return known.getValue();
      }
    }
    boolean guest =
        root.lines("proc/cpuinfo").stream()
            .anyMatch(line -> line.startsWith("flags") && line.contains(" hypervisor"));
    return guest ? "vm-other" : "none";
  }
}
