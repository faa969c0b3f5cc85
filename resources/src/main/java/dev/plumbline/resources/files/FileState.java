package dev.plumbline.resources.files;

/** What must be at a path. */
public enum FileState {
  FILE,
  DIRECTORY,
  ABSENT;

  String word() {
    return switch (this) {
      case FILE -> "file";
      case DIRECTORY -> "directory";
      case ABSENT -> "absent";
    };
  }
}
