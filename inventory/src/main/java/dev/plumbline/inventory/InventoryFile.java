package dev.plumbline.inventory;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file that an inventory is read from.
 *
 * @param path absolute
 * @param name the file as the user named it, for messages
 */
public record InventoryFile(Path path, String name) {
  /** The name of an inventory that nobody named. */
  public static final String DEFAULT_NAME = "inventory.yaml";

  /** The file beside it that holds on this machine only. */
  public static final String LOCAL_NAME = "inventory.local.yaml";

  /** The environment variable that names an inventory. */
  public static final String VARIABLE = "PLUMB_INVENTORY";

  /**
   * Finds the inventory: the argument, else {@code PLUMB_INVENTORY}, else {@code inventory.yaml} in
   * the working directory or the nearest directory above it. A directory stands for the {@code
   * inventory.yaml} in it.
   *
   * @return empty if there is none, which is reported
   */
  public static Optional<InventoryFile> find(
      Optional<String> argument, Caller caller, Problems problems) {
    Optional<String> named =
        argument
            .or(() -> Optional.ofNullable(caller.environment().get(VARIABLE)))
            .filter(name -> !name.isBlank());
    return named.isPresent() ? named(named.get(), caller, problems) : nearest(caller, problems);
  }

  /** The directory that relative paths in the inventory start at. */
  public Path directory() {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  /** The file beside it that holds on this machine only, whether or not there is one. */
  public InventoryFile local() {
    int slash = name.lastIndexOf('/');
    return new InventoryFile(
        directory().resolve(LOCAL_NAME), name.substring(0, slash + 1) + LOCAL_NAME);
  }

  private static Optional<InventoryFile> named(String name, Caller caller, Problems problems) {
    Path path = caller.resolve(caller.directory(), name);
    if (Files.isDirectory(path)) {
      String separator = name.endsWith("/") ? "" : "/";
      return existing(path.resolve(DEFAULT_NAME), name + separator + DEFAULT_NAME, problems);
    }
    return existing(path, name, problems);
  }

  private static Optional<InventoryFile> existing(Path path, String name, Problems problems) {
    if (Files.exists(path)) {
      return Optional.of(new InventoryFile(path, name));
    }
    problems.add("file-missing", Origin.of(name), "there is no such file");
    return Optional.empty();
  }

  private static Optional<InventoryFile> nearest(Caller caller, Problems problems) {
    String up = "";
    for (@Nullable Path at = caller.directory(); at != null; at = at.getParent()) {
      Path path = at.resolve(DEFAULT_NAME);
      if (Files.exists(path)) {
        return Optional.of(new InventoryFile(path, up + DEFAULT_NAME));
      }
      up += "../";
    }
    problems.add(
        "file-missing",
        Origin.of(DEFAULT_NAME),
        "there is none in "
            + caller.directory()
            + " or above; name one, set "
            + VARIABLE
            + ", or write one with plumb init");
    return Optional.empty();
  }
}
