package dev.plumbline.resources.docker;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.Files;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What the engine still has to do to take in its file, noted before the file changes, so that it is
 * done even if the agent ends in between. Noted where a restart of the node forgets it: that is a
 * restart of the engine.
 */
final class Debt {
  static final Path PATH = Path.of("/run/plumbline-docker-owes");

  private final Files files;

  Debt(Files files) {
    this.files = files;
  }

  Takeover owed() throws Failure {
    Optional<byte[]> note = files.read(PATH);
    if (note.isEmpty()) {
      return Takeover.NONE;
    }
    return new String(note.get(), StandardCharsets.US_ASCII).equals(word(Takeover.RELOAD))
        ? Takeover.RELOAD
        : Takeover.RESTART;
  }

  void note(Takeover owed) throws Failure {
    files.write(PATH, word(owed).getBytes(StandardCharsets.US_ASCII), 0600, "root", "root");
  }

  void settle() throws Failure {
    files.remove(PATH);
  }

  private static String word(Takeover owed) {
    return owed.name().toLowerCase(Locale.ROOT);
  }
}
