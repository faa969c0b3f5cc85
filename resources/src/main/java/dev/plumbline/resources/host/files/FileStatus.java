package dev.plumbline.resources.host.files;

/**
 * What {@code lstat} says of a path.
 *
 * @param mode the permission bits, including setuid, setgid and sticky
 * @param owner the user's name, or the uid in decimal where no user has it
 * @param group the group's name, or the gid in decimal where no group has it
 * @param size in bytes
 */
public record FileStatus(Type type, int mode, String owner, String group, long size) {
  /** The type of a file. */
  public enum Type {
    FILE,
    DIRECTORY,
    SYMLINK,
    OTHER
  }
}
