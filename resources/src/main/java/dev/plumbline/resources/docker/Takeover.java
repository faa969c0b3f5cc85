package dev.plumbline.resources.docker;

/** What an engine has to do to take in a file that changed. */
enum Takeover {
  NONE,
  RELOAD,
  RESTART;

  String done() {
    return switch (this) {
      case NONE -> "as it is";
      case RELOAD -> "reloaded";
      case RESTART -> "restarted";
    };
  }

  Takeover and(Takeover other) {
    return compareTo(other) < 0 ? other : this;
  }
}
