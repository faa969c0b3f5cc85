package dev.plumbline.controller;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The words that the controller is started with.
 *
 * @param state the directory of its state
 * @param socket the control socket; empty for the usual place
 * @param inventories the files that it is for; told in the log only
 * @param foreground whether it stays with the process that started it
 * @param keep whether it goes on when nobody needs it
 * @param rehearse whether it ends as soon as it is ready: for the recording of an AOT cache
 * @param port where agents dial; empty for the one of last time, else 7433 or the next free one
 * @param listen the address to listen on; empty for all
 * @param advertise the address that agents are told; empty for the local one of each SSH connection
 */
record Options(
    Path state,
    Optional<Path> socket,
    List<Path> inventories,
    boolean foreground,
    boolean keep,
    boolean rehearse,
    OptionalInt port,
    String listen,
    String advertise) {
  static final String USAGE =
      "usage: ControllerMain --state DIR [--socket FILE] [--inventory FILE …] [--foreground] [--keep]"
          + " [--rehearse] [--port N] [--listen ADDRESS] [--advertise ADDRESS]";

  private static final int HIGHEST_PORT = 65535;

  /**
   * Reads the words.
   *
   * @throws IllegalArgumentException if they make no sense; the message is one line
   */
  static Options parse(List<String> words) {
    Optional<Path> state = Optional.empty();
    Optional<Path> socket = Optional.empty();
    List<Path> inventories = new ArrayList<>();
    boolean foreground = false;
    boolean keep = false;
    boolean rehearse = false;
    OptionalInt port = OptionalInt.empty();
    String listen = "";
    String advertise = "";
    ArrayDeque<String> left = new ArrayDeque<>(words);
    while (!left.isEmpty()) {
      String word = left.removeFirst();
      switch (word) {
        case "--state" -> state = Optional.of(Path.of(value(word, left)));
        case "--socket" -> socket = Optional.of(Path.of(value(word, left)));
        case "--inventory" -> {
          inventories.add(Path.of(value(word, left)));
          while (!left.isEmpty() && !left.peekFirst().startsWith("--")) {
            inventories.add(Path.of(left.removeFirst()));
          }
        }
        case "--foreground" -> foreground = true;
        case "--keep" -> keep = true;
        case "--rehearse" -> rehearse = true;
        case "--port" -> port = OptionalInt.of(port(value(word, left)));
        case "--listen" -> listen = value(word, left);
        case "--advertise" -> advertise = value(word, left);
        default -> throw new IllegalArgumentException("unknown word '" + word + "'; " + USAGE);
      }
    }
    return new Options(
        state.orElseThrow(() -> new IllegalArgumentException("--state is missing; " + USAGE)),
        socket,
        List.copyOf(inventories),
        foreground,
        keep,
        rehearse,
        port,
        listen,
        advertise);
  }

  private static String value(String word, ArrayDeque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(word + " needs a value; " + USAGE);
    }
    return left.removeFirst();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new IllegalArgumentException("--port '" + text + "' is not a port (0 to 65535)");
  }
}
