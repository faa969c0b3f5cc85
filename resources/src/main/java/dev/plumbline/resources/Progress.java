package dev.plumbline.resources;

/** Where a step that takes time says what it is doing now: "unpacking openmpi-bin 41 %". */
@FunctionalInterface
public interface Progress {
  Progress SILENT = what -> {};

  void now(String what);
}
