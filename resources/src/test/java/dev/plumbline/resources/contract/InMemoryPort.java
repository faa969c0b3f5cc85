package dev.plumbline.resources.contract;

import java.util.List;

/** A port to a machine that exists in memory only, and that remembers what was changed. */
public interface InMemoryPort {
  /** One line per change since the machine was made. */
  List<String> changes();
}
