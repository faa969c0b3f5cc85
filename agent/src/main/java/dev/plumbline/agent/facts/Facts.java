package dev.plumbline.agent.facts;

import dev.plumbline.agent.disk.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All facts of a node. */
public final class Facts {
  private static final Map<String, Detector> DETECTORS = new LinkedHashMap<>();

  static {
    DETECTORS.put("cpu", Cpu::detect);
    DETECTORS.put("memory", Memory::detect);
    DETECTORS.put("os", OperatingSystem::detect);
    DETECTORS.put("machine", Machine::detect);
    DETECTORS.put("virtualization", Virtualization::detect);
    DETECTORS.put("disk", Disks::detect);
    DETECTORS.put("nic", Nics::detect);
  }

  private final Root root;

  /**
   * @param root the root of the file system, on a node {@code /}
   */
  public Facts(Path root) {
    this.root = new Root(root);
  }

  /**
   * Reads all facts: dotted name to value. Where a subject cannot be read, {@code
   * <subject>.failure} says why.
   */
  public SortedMap<String, String> read() {
    SortedMap<String, String> facts = new TreeMap<>();
    DETECTORS.forEach((subject, detector) -> {
      try {
        detector.detect(root, (name, value) -> facts.put(name, value.toString()));
      } catch (IOException e) {
        facts.put(subject + ".failure", e.getMessage() + ": " + FileTrouble.reason(e));
      }
    });
    return facts;
  }
}
