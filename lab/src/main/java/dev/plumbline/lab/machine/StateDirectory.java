package dev.plumbline.lab.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where labs keep what outlives a command: engine, base, apt archives, passwords. PLUMB_LAB_STATE
 * names it, else /var/lib/plumbline-lab for root and the XDG state directory for everybody else.
 */
public record StateDirectory(Path root) {
  // The engine's sockets lie below; the kernel takes 107 bytes for the path of one.
  private static final int LONGEST = 60;

  public StateDirectory {
    if (root.toString().length() > LONGEST) {
      throw new LabProblem(
          "the lab's state directory "
              + root
              + " has a path of more than "
              + LONGEST
              + " characters, too long for sockets in it: set PLUMB_LAB_STATE to a shorter one");
    }
  }

  public static StateDirectory ofThisUser() {
    String named = System.getenv("PLUMB_LAB_STATE");
    if (named != null && !named.isEmpty()) {
      return new StateDirectory(Path.of(named).toAbsolutePath().normalize());
    }
    if (isRoot()) {
      return new StateDirectory(Path.of("/var/lib/plumbline-lab"));
    }
    String state = System.getenv("XDG_STATE_HOME");
    Path base =
        state != null && !state.isEmpty()
            ? Path.of(state)
            : Path.of(System.getProperty("user.home"), ".local", "state");
    return new StateDirectory(base.resolve("plumbline-lab"));
  }

  public static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  public Path engine() {
    return directory(root.resolve("engine"));
  }

  public Path base() {
    return directory(root.resolve("base"));
  }

  public Path archives() {
    return directory(root.resolve("apt"));
  }

  public Path labs() {
    return root.resolve("labs");
  }

  /** Of one lab; it is there from {@link #makeLab} until that lab is gone. */
  public Path lab(String id) {
    return labs().resolve(id);
  }

  public Path makeLab(String id) {
    return directory(lab(id));
  }

  /** The directory itself, made if need be, for its owner only. */
  public Path make() {
    return directory(root);
  }

  private static Path directory(Path path) {
    try {
      return Files.createDirectories(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new LabProblem("cannot make the lab's directory " + path + ": " + e.getMessage(), e);
    }
  }
}
