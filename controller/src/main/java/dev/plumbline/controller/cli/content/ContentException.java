package dev.plumbline.controller.cli.content;

import java.util.List;

/** Files that could not travel; one line for a person about each. */
public final class ContentException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> lines;

  ContentException(List<String> lines) {
    super(String.join("; ", lines));
    this.lines = List.copyOf(lines);
  }

  ContentException(String line) {
    this(List.of(line));
  }

  public List<String> lines() {
    return lines;
  }
}
