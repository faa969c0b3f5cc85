package dev.plumbline.lab.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of /proc/sys. */
public record KernelSetting(Path file) {

  public KernelSetting(String name) {
    this(Path.of("/proc/sys", name.replace('.', '/')));
  }

  /**
   * Its value. In one read, since the kernel answers a number's first read only: Files.readString
   * asks for one byte first and would see one digit.
   */
  public String read() {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = new byte[4096];
      int count = stream.read(bytes);
      return count < 0 ? "" : new String(bytes, 0, count, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new LabProblem("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  public void write(String value) {
    try {
      Files.writeString(file, value + "\n");
    } catch (IOException e) {
      throw new LabProblem("cannot set " + file + " to " + value + ": " + e.getMessage(), e);
    }
  }
}
