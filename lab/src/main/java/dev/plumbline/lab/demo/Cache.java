package dev.plumbline.lab.demo;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Folders of data that demos share. A folder that has its name is whole. */
record Cache(Path folder) {
  /** Makes what is in a folder. */
  interface Filling {
    void fill(Path empty) throws IOException;
  }

  static Cache of(Map<String, String> environment) {
    String folder = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path cache =
        folder.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(folder);
    return new Cache(cache.resolve("plumbline"));
  }

  Optional<Path> find(String name) {
    return Optional.of(folder.resolve(name)).filter(Files::isDirectory);
  }

  /** A folder of that name, filled unless it is there already. */
  Path keep(String name, Filling filling) {
    Optional<Path> kept = find(name);
    if (kept.isPresent()) {
      return kept.get();
    }
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempDirectory(folder, name + "-");
      try {
        filling.fill(fresh);
        return Files.move(fresh, folder.resolve(name));
      } catch (IOException e) {
        remove(fresh);
        // Another demo may have been as quick.
        return find(name).orElseThrow(() -> cannot(e));
      }
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  private LabProblem cannot(IOException e) {
    return new LabProblem("cannot write to " + folder + ": " + e.getMessage(), e);
  }

  private static void remove(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
