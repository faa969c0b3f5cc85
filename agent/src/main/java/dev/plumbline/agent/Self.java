package dev.plumbline.agent;

import dev.plumbline.agent.journal.Assignment;
import dev.plumbline.agent.journal.LastApplied;
import dev.plumbline.agent.rpc.wire.Greeting;
import dev.plumbline.agent.work.Worker;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the agent says of itself and its machine when it dials. */
final class Self {
  private static final System.Logger LOG = System.getLogger(Self.class.getName());
  private final Path root;
  private final String node;
  private final String build;
  private final List<ResourceType<?>> kinds;
  private final Worker worker;
  private final String instance = UUID.randomUUID().toString();

  Self(Path root, String node, String build, List<ResourceType<?>> kinds, Worker worker) {
    this.root = root;
    this.node = node;
    this.build = build;
    this.kinds = List.copyOf(kinds);
    this.worker = worker;
  }

  Greeting greeting() {
    Optional<Assignment> applied = worker.lastApplied().map(LastApplied::assignment);
    return new Greeting(
        node,
        text("etc/machine-id"),
        text("proc/sys/kernel/random/boot_id"),
        instance,
        build,
        kinds,
        applied.map(assignment -> assignment.catalog().hash()).orElse(""),
        applied.map(Assignment::revision).orElse(0L),
        fingerprint(text("etc/ssh/ssh_host_ed25519_key.pub")),
        worker.running());
  }

  /** As ssh-keygen -l prints it; empty for an empty key. */
  static String fingerprint(String publicKey) {
    String[] fields = publicKey.split(" ");
    if (fields.length < 2) {
      return "";
    }
    byte[] digest = HexFormat.of().parseHex(Secret.digestOf(Base64.getDecoder().decode(fields[1])));
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
  }

  private String text(String file) {
    try {
      return Files.readString(root.resolve(file)).strip();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot read {0}: {1}", file, e.getMessage());
      return "";
    }
  }
}
