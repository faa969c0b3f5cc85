package dev.plumbline.inventory.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** An input and what it was when it was read. May hold secrets, and so has no text. */
public final class Reading {
  private static final byte ABSENT = 0;
  private static final byte PRESENT = 1;

  private final Input input;
  private final byte[] state;

  private Reading(Input input, byte[] state) {
    this.input = input;
    this.state = state;
  }

  /**
   * @param content empty for a thing that is not there, which is not the same as an empty thing
   */
  static Reading of(Input input, Optional<byte[]> content) {
    byte[] bytes = content.orElse(new byte[0]);
    byte[] state = new byte[1 + bytes.length];
    state[0] = content.isPresent() ? PRESENT : ABSENT;
    System.arraycopy(bytes, 0, state, 1, bytes.length);
    return new Reading(input, state);
  }

  static Reading ofText(Input input, Optional<String> text) {
    return of(input, text.map(present -> present.getBytes(StandardCharsets.UTF_8)));
  }

  public Input input() {
    return input;
  }

  /** Equal for two readings if, and only if, nothing of the input has changed between them. */
  public byte[] state() {
    return state.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reading reading
        && input.equals(reading.input)
        && Arrays.equals(state, reading.state);
  }

  @Override
  public int hashCode() {
    return input.hashCode();
  }

  @Override
  public String toString() {
    return "reading of " + input;
  }
}
