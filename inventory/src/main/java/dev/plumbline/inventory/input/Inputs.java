package dev.plumbline.inventory.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one inventory may ask of the machine that it is read on. Everything is read once, and what
 * was read is remembered: equal readings make equal inventories.
 */
public final class Inputs {
  /** The most bytes of a file that are read; one byte more shows that there are more. */
  public static final int LIMIT = 4 << 20;

  private final Map<String, String> environment;
  private final Map<Path, Optional<byte[]>> files = new HashMap<>();
  private final Map<Path, Optional<Set<PosixFilePermission>>> accesses = new HashMap<>();
  private final Map<String, Reading> readings = new LinkedHashMap<>();
  private boolean complete = true;

  /**
   * @param inventory the file of the inventory, absolute
   * @param name the same as the user named it
   * @param home what {@code ~} stands for, absolute
   * @param environment what {@code ${env.NAME}} stands for
   */
  public Inputs(Path inventory, String name, Path home, Map<String, String> environment) {
    this.environment = environment;
    text(new Input(Input.Kind.INVENTORY, ""), Optional.of(inventory + "\0" + name));
    text(new Input(Input.Kind.HOME, ""), Optional.of(home.toString()));
  }

  /** The value of an environment variable; empty if it is not set. */
  public Optional<String> variable(String variable) {
    Optional<String> value = Optional.ofNullable(environment.get(variable));
    text(new Input(Input.Kind.VARIABLE, variable), value);
    return value;
  }

  /**
   * The bytes of a file, at most one more than {@link #LIMIT}.
   *
   * @return empty if there is no such file
   * @throws IOException if it cannot be read
   */
  public Optional<byte[]> file(Path path) throws IOException {
    Optional<byte[]> known = files.get(path);
    if (known != null) {
      return known;
    }
    Optional<byte[]> content = uncertain(() -> content(path));
    files.put(path, content);
    keep(Reading.of(input(Input.Kind.FILE, path), content));
    return content;
  }

  /**
   * How many bytes a file has that is too large to be read. What depends on that is not remembered.
   */
  public long size(Path path) throws IOException {
    complete = false;
    return Files.size(path);
  }

  /**
   * Who may use a file.
   *
   * @return empty if there is no such file
   * @throws IOException if that cannot be found out
   */
  public Optional<Set<PosixFilePermission>> access(Path path) throws IOException {
    Optional<Set<PosixFilePermission>> known = accesses.get(path);
    if (known != null) {
      return known;
    }
    Optional<Set<PosixFilePermission>> access = uncertain(() -> permissions(path));
    accesses.put(path, access);
    text(input(Input.Kind.ACCESS, path), access.map(PosixFilePermissions::toString));
    return access;
  }

  /**
   * All that was read, in the order in which it was asked for.
   *
   * @return empty if that does not tell everything: something could not be read, or not be named
   */
  public List<Reading> readings() {
    return complete ? List.copyOf(readings.values()) : List.of();
  }

  /**
   * Reads the same inputs as an earlier reader of inventories.
   *
   * @return empty if one of them cannot be read
   */
  public Optional<List<Reading>> again(List<Input> inputs) {
    List<Reading> again = new ArrayList<>();
    try {
      for (Input input : inputs) {
        switch (input.kind()) {
          case INVENTORY, HOME -> {
            // Known from the beginning.
          }
          case VARIABLE -> variable(input.name());
          case FILE -> file(Path.of(input.name()));
          case ACCESS -> access(Path.of(input.name()));
        }
        Reading reading = readings.get(key(input));
        if (reading == null) {
          return Optional.empty();
        }
        again.add(reading);
      }
      return Optional.of(again);
    } catch (IOException _) {
      // Whoever reads the whole inventory says what is wrong.
      return Optional.empty();
    }
  }

  private Input input(Input.Kind kind, Path path) {
    // A name that cannot be written as text would name another file when it is read again.
    complete &= Path.of(path.toString()).equals(path);
    return new Input(kind, path.toString());
  }

  private void text(Input input, Optional<String> text) {
    keep(Reading.ofText(input, text));
  }

  /** A text, because linking the hash of a record takes longer than all the reading. */
  private static String key(Input input) {
    return input.kind() + ":" + input.name();
  }

  private void keep(Reading reading) {
    readings.put(key(reading.input()), reading);
  }

  /** Reads something of which nothing is remembered if it fails. */
  private interface Read<T> {
    T read() throws IOException;
  }

  private <T> T uncertain(Read<T> read) throws IOException {
    boolean before = complete;
    complete = false;
    T found = read.read();
    complete = before;
    return found;
  }

  private static Optional<byte[]> content(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("it is a directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Optional.of(in.readNBytes(LIMIT + 1));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static Optional<Set<PosixFilePermission>> permissions(Path path) throws IOException {
    return Files.exists(path) ? Optional.of(Files.getPosixFilePermissions(path)) : Optional.empty();
  }
}
