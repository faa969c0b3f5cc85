package dev.plumbline.controller.job;

/**
 * A file and where it lies within an input or the outputs.
 *
 * @param path relative, with {@code /}, never with {@code ..}
 */
public record PlacedFile(String path, Content content, boolean executable) {
  public PlacedFile within(String folder) {
    return new PlacedFile(folder + "/" + path, content, executable);
  }
}
