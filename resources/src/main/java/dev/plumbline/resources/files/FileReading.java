package dev.plumbline.resources.files;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.account.Account;
import dev.plumbline.resources.block.ManagedBlock;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what is at a path, and refuses what must not be touched. */
final class FileReading {
  /** The longest file that may hold a block of ours, in bytes. */
  static final long MAX_HOST_BYTES = 8L << 20;

  private final Files files;
  private final Accounts accounts;

  FileReading(Files files, Accounts accounts) {
    this.files = files;
    this.accounts = accounts;
  }

  FileObservation observe(FileSpec spec) throws Failure {
    Path path = Path.of(spec.path());
    Optional<FileStatus> status = files.status(path);
    if (status.isEmpty()) {
      return FileObservation.NOTHING;
    }
    refuse(spec, status.get());
    return new FileObservation(
        Optional.of(attributes(spec, status.get())),
        status.get().type() == FileStatus.Type.FILE
            ? content(spec, path, status.get().size())
            : Optional.empty());
  }

  /** An owner or group that the spec gives by number is read as a number. */
  private FileObservation.Attributes attributes(FileSpec spec, FileStatus status) throws Failure {
    String owner = status.owner();
    if (spec.owner().filter(Account::isNumber).isPresent()) {
      for (Accounts.User user : accounts.users()) {
        owner = user.name().equals(status.owner()) ? Long.toString(user.uid()) : owner;
      }
    }
    String group = status.group();
    if (spec.group().filter(Account::isNumber).isPresent()) {
      for (Accounts.Group each : accounts.groups()) {
        group = each.name().equals(status.group()) ? Long.toString(each.gid()) : group;
      }
    }
    return new FileObservation.Attributes(status.type(), new FileMode(status.mode()), owner, group);
  }

  private static void refuse(FileSpec spec, FileStatus status) throws Failure {
    boolean fine =
        switch (status.type()) {
          case FILE -> spec.state() != FileState.DIRECTORY;
          case DIRECTORY -> spec.state() != FileState.FILE && spec.block().isEmpty();
          case SYMLINK -> spec.state() == FileState.ABSENT && spec.block().isEmpty();
          case OTHER -> false;
        };
    if (!fine) {
      String found =
          switch (status.type()) {
            case FILE -> "a file";
            case DIRECTORY -> "a directory";
            case SYMLINK -> "a symbolic link";
            case OTHER -> "a device, socket or pipe";
          };
      throw new Failure(
          spec.path()
              + " is "
              + found
              + " where the inventory wants "
              + (spec.state() == FileState.DIRECTORY ? "a directory" : "a file"),
          status.type() == FileStatus.Type.SYMLINK
              ? "Name the file that the link points to, or remove the link."
              : "Move it away, or correct the entry.");
    }
  }

  private Optional<FileObservation.Content> content(FileSpec spec, Path path, long size)
      throws Failure {
    Optional<ManagedBlock> block = spec.managedBlock();
    if (block.isPresent()) {
      return block(spec, block.get(), path, size);
    }
    Optional<FileContent.Wanted> wanted = spec.wanted();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    if (size > FileContent.MAX_BYTES) {
      return Optional.of(
          new FileObservation.Content(Optional.empty(), size + " bytes", Optional.empty()));
    }
    byte[] bytes = read(path);
    return Optional.of(
        new FileObservation.Content(
            Optional.of(spec.encoding().digest(bytes)),
            FileContent.summary(bytes),
            spec.sensitive() ? Optional.empty() : FileContent.text(bytes)));
  }

  private Optional<FileObservation.Content> block(
      FileSpec spec, ManagedBlock block, Path path, long size) throws Failure {
    if (size > MAX_HOST_BYTES) {
      throw new Failure(
          path
              + " has "
              + size
              + " bytes, more than the "
              + MAX_HOST_BYTES
              + " that a block may stand in",
          "Leave this file alone, or shorten it.");
    }
    return block
        .split(path, read(path))
        .body()
        .map(body -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          return new FileObservation.Content(
              Optional.of(Encoding.TEXT.digest(bytes)),
              FileContent.summary(bytes),
              spec.sensitive() ? Optional.empty() : FileContent.text(bytes));
        });
  }

  private byte[] read(Path path) throws Failure {
    return files
        .read(path)
        .orElseThrow(() ->
            new Failure(path + " went away while it was read", "Try again when it is settled."));
  }
}
