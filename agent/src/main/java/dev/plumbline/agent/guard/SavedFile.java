package dev.plumbline.agent.guard;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A file as it was.
 *
 * @param kept empty if there was none
 */
record SavedFile(Path path, Optional<Kept> kept) {

  /**
   * Where its content is, and what else belongs to it.
   *
   * @param copy the name of the copy among all copies
   * @param owner {@code uid:gid}
   * @param mode octal
   */
  record Kept(String copy, String owner, String mode) {}

  /** Copies a file; the copy is on the disk when this returns. */
  static SavedFile save(Path path, Path copies, int number) throws Failure {
    try {
      Map<String, Object> attributes =
          Files.readAttributes(path, "unix:mode,uid,gid", LinkOption.NOFOLLOW_LINKS);
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new Failure(
            "cannot keep " + path + " as it is: it is no regular file",
            "look at it on the node (ls -la)");
      }
      String copy = Integer.toString(number);
      AtomicFile.write(copies.resolve(copy), Files.readAllBytes(path));
      int mode = ((Number) Objects.requireNonNull(attributes.get("mode"))).intValue() & 07777;
      return new SavedFile(
          path,
          Optional.of(
              new Kept(
                  copy,
                  attributes.get("uid") + ":" + attributes.get("gid"),
                  Integer.toOctalString(mode))));
    } catch (NoSuchFileException e) {
      return new SavedFile(path, Optional.empty());
    } catch (IOException e) {
      throw FileTrouble.of("read", path, e);
    }
  }
}
