package dev.plumbline.resources.host.files;

import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file system of a node. Paths are absolute. Symbolic links are not followed in the last
 * element of a path.
 */
public interface Files {
  /**
   * What is at a path.
   *
   * @return empty if nothing is there; a path that may not be looked at is a failure
   */
  Optional<FileStatus> status(Path path) throws Failure;

  /**
   * The content of a file.
   *
   * @return empty if nothing is there
   */
  Optional<byte[]> read(Path path) throws Failure;

  /** The names of what is in a directory, sorted; empty if there is no such directory. */
  List<String> list(Path directory) throws Failure;

  /**
   * Replaces a file's content so that every reader sees the old or the new whole file, also after a
   * power cut: temporary file in the same directory, fsync, rename, fsync of the directory. A new
   * file gets the given mode, owner and group before it gets its name; so does a replaced one.
   *
   * @param owner a user's name or uid
   * @param group a group's name or gid
   */
  void write(Path path, byte[] content, int mode, String owner, String group) throws Failure;

  /** Makes one directory; its parent must be there. */
  void makeDirectory(Path path, int mode, String owner, String group) throws Failure;

  void setMode(Path path, int mode) throws Failure;

  void setOwner(Path path, String owner, String group) throws Failure;

  /** Removes a file, a link, or a directory that is empty. Nothing there is fine. */
  void remove(Path path) throws Failure;
}
