package dev.plumbline.lab.inventory;

import java.nio.file.Path;

/** Reads of an inventory what a lab needs. */
public interface InventoryReader {
  /**
   * Every problem of the file at once, as a LabProblem.
   *
   * @param file or the directory of an inventory.yaml
   */
  LabInventory read(Path file);
}
