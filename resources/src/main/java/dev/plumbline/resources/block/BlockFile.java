package dev.plumbline.resources.block;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file on a node that holds, or is to hold, a block of ours. */
public final class BlockFile {
  private final Files files;
  private final Path path;
  private final ManagedBlock block;

  public BlockFile(Files files, Path path, ManagedBlock block) {
    this.files = files;
    this.path = path;
    this.block = block;
  }

  /**
   * What is at the path; empty if nothing is.
   *
   * @throws Failure if it is no file, or cannot be looked at
   */
  public Optional<FileStatus> status() throws Failure {
    Optional<FileStatus> status = files.status(path);
    if (status.isPresent() && status.get().type() != FileStatus.Type.FILE) {
      throw new Failure(
          path
              + " is not a file but a "
              + switch (status.get().type()) {
                case FILE -> "file";
                case DIRECTORY -> "directory";
                case SYMLINK -> "symbolic link";
                case OTHER -> "device, socket or pipe";
              },
          "Put a file in its place, or take it away.");
    }
    return status;
  }

  /** The file, parted at our block; a file that is not there is empty. */
  public Parts read() throws Failure {
    if (status().isEmpty()) {
      return block.split(path, new byte[0]);
    }
    byte[] content =
        files
            .read(path)
            .orElseThrow(() ->
                new Failure(
                    path + " went away while it was read", "Try again when it is settled."));
    return block.split(path, content);
  }

  /** Replaces the content; the attributes are for a file that is not there yet. */
  public void write(byte[] content, int mode, String owner, String group) throws Failure {
    Optional<FileStatus> there = status();
    files.write(
        path,
        content,
        there.map(FileStatus::mode).orElse(mode),
        there.map(FileStatus::owner).orElse(owner),
        there.map(FileStatus::group).orElse(group));
  }
}
