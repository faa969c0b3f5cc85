package dev.plumbline.inventory.substitution;

/** What a reference stands for. */
sealed interface Lookup {
  record Found(String text) implements Lookup {}

  /**
   * Nothing has that name.
   *
   * @param id the rule that is broken
   */
  record Unknown(String id, String message) implements Lookup {}

  /** Somebody else fills it in. */
  record Later() implements Lookup {}

  /** It cannot be said, and the reason is reported elsewhere. */
  record Unsaid() implements Lookup {}
}
