package dev.plumbline.agent.journal;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Secret;
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
  private String digest;

  private CatalogFile(Path file, Optional<LastApplied> current, byte[] content) {
    this.file = file;
    this.current = current;
    this.digest = Secret.digestOf(content);
  }

  public static CatalogFile open(Path file) throws Failure {
    try {
      byte[] content = Files.readAllBytes(file);
      String json = new String(content, StandardCharsets.UTF_8);
      return new CatalogFile(file, Optional.of(LastApplied.read(json, file.toString())), content);
    } catch (NoSuchFileException e) {
      return new CatalogFile(file, Optional.empty(), new byte[0]);
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

  /**
   * Replaces it; writes nothing if it is the same. The secrets stay at hand in memory.
   *
   * @throws Failure if the disk does not take it; until this process ends it counts all the same
   */
  public synchronized void replace(LastApplied applied) throws Failure {
    current = Optional.of(applied);
    byte[] content = applied.json().getBytes(StandardCharsets.UTF_8);
    String fresh = Secret.digestOf(content);
    if (!fresh.equals(digest)) {
      AtomicFile.write(file, content);
      digest = fresh;
    }
  }
}
