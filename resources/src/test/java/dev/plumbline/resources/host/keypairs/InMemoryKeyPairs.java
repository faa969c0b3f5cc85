package dev.plumbline.resources.host.keypairs;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.contract.InMemoryPort;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.InMemoryFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts key pairs that are the same every time into a file system in memory. */
public final class InMemoryKeyPairs implements KeyPairs, InMemoryPort {
  /** What every pair has. */
  public static final String PUBLIC_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

  public static final String PRIVATE_KEY = "the private key";
  private final InMemoryFiles files;
  private final List<String> changes = new ArrayList<>();

  public InMemoryKeyPairs(InMemoryFiles files) {
    this.files = files;
  }

  @Override
  public void make(String user, String type, Path path) throws Failure {
    Optional<FileStatus> directory =
        files.status(Optional.ofNullable(path.getParent()).orElseThrow());
    if (directory.isEmpty() || files.status(path).isPresent()) {
      throw new Failure("cannot make the key pair " + path, "Look at it.");
    }
    String group = directory.get().group();
    files.file(path.toString(), PRIVATE_KEY.getBytes(StandardCharsets.UTF_8), 0600, user, group);
    changes.add("make " + type + " " + path);
    publish(user, path, group);
  }

  @Override
  public void restorePublicKey(String user, Path path) throws Failure {
    changes.add("restorePublicKey " + path);
    publish(user, path, files.status(path).orElseThrow().group());
  }

  private void publish(String user, Path path, String group) {
    files.file(
        path + ".pub",
        (PUBLIC_KEY + " " + user + "\n").getBytes(StandardCharsets.UTF_8),
        0644,
        user,
        group);
  }

  @Override
  public List<String> changes() {
    return List.copyOf(changes);
  }
}
