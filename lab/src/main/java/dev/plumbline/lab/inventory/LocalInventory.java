package dev.plumbline.lab.inventory;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The inventory.local.yaml of a lab: where its nodes answer, and what to say to them. */
public final class LocalInventory {
  private static final String MARK = "# Written by plumb lab up; plumb lab down removes it.";
  private final Path file;

  /**
   * @param inventory the file that it stands beside
   */
  public LocalInventory(Path inventory) {
    this.file = inventory.resolveSibling("inventory.local.yaml");
  }

  public Path file() {
    return file;
  }

  /** A file that somebody else wrote is never touched: better not to begin. */
  public void mustBeOurs() {
    if (Files.exists(file) && !isOurs()) {
      throw new LabProblem(
          file
              + " was not written by plumb lab, which would put the lab's addresses there:"
              + " move it away for as long as the lab is up");
    }
  }

  /**
   * @param addresses of the nodes, by name
   * @param password a 0600 file with the password of the nodes' user
   * @param knownHosts with the nodes' host keys
   */
  public void write(Map<String, String> addresses, String user, Path password, Path knownHosts) {
    mustBeOurs();
    StringBuilder text = new StringBuilder(MARK).append("\nnodes:\n");
    addresses.forEach((node, address) ->
        text.append("  ")
            .append(node)
            .append(":\n    connect:\n")
            .append(line("address", address))
            .append(line("port", "22"))
            .append(line("user", user))
            .append(line("identity", "null"))
            .append(line("password", "\"file:" + password + "\""))
            .append(line("become_password", "\"file:" + password + "\""))
            .append(line("known_hosts", "\"" + knownHosts + "\"")));
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new LabProblem("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Removes it if it is ours. */
  public void remove() {
    try {
      if (isOurs()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new LabProblem("cannot remove " + file + ": " + e.getMessage(), e);
    }
  }

  /** Whether it is there and a lab wrote it. */
  public boolean isOurs() {
    try {
      return Files.exists(file) && Files.readString(file).startsWith(MARK);
    } catch (IOException e) {
      throw new LabProblem("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static String line(String key, String value) {
    return "      " + key + ": " + value + "\n";
  }
}
