package dev.plumbline.agent.journal;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps the last applied catalog, secrets as digests only. */
public final class CatalogFile {
  private final Path file;
  private Optional<LastApplied> current;

  private CatalogFile(Path file, Optional<LastApplied> current) {
    this.file = file;
    this.current = current;
  }

  public static CatalogFile open(Path file) throws Failure {
    try {
      String json = Files.readString(file);
      return new CatalogFile(file, Optional.of(LastApplied.read(json, file.toString())));
    } catch (NoSuchFileException e) {
      return new CatalogFile(file, Optional.empty());
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          "the last applied catalog cannot be read: " + e.getMessage(),
          "remove " + file + " and apply again; what has left the inventory since must go by hand",
          e);
    }
  }

  public synchronized Optional<LastApplied> current() {
    return current;
  }

  /** Replaces it; writes nothing if it is the same. The secrets stay at hand in memory. */
  public synchronized void replace(LastApplied applied) throws Failure {
    String json = applied.json();
    if (current.isEmpty() || !current.get().json().equals(json)) {
      AtomicFile.write(file, json.getBytes(StandardCharsets.UTF_8));
    }
    current = Optional.of(applied);
  }
}
