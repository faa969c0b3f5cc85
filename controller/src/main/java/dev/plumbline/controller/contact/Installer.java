package dev.plumbline.controller.contact;

import dev.plumbline.controller.contact.AgentPackages.AgentPackage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Brings the agent's files to one node, and calls its verbs there. */
final class Installer {
  private static final Duration TO_UPLOAD = Duration.ofMinutes(15);
  private static final Duration TO_RUN = Duration.ofMinutes(2);
  private static final int CHUNK = 64 * 1024;

  /** An unpacked agent takes this many times the room of its package. */
  private static final int UNPACKED = 4;

  private final Line line;
  private final Root root;

  Installer(Line line, Root root) {
    this.line = line;
    this.root = root;
  }

  /** Refuses a node that cannot hold the agent, before anything is written. */
  static void check(Probe probe, AgentPackage agent) throws ContactException {
    if (!probe.system().equals("Linux") || !probe.init().equals("systemd")) {
      throw ContactException.wrong(
          "the node runs "
              + (probe.system().equals("Linux") ? "Linux without systemd" : probe.system()),
          "Plumbline manages Linux with systemd only");
    }
    for (String program : List.of("tar", "gzip")) {
      if (!probe.programs().contains(program)) {
        throw ContactException.wrong(
            "the node has no " + program, "install the package " + program + " there");
      }
    }
    long needed = agent.bytes() / 1024 * UNPACKED;
    if (!probe.installed().equals(agent.build())
        && probe.freeKiB().isPresent()
        && probe.freeKiB().getAsLong() < needed) {
      throw ContactException.wrong(
          "the disk of /opt has only " + probe.freeKiB().getAsLong() / 1024 + " MB free",
          "make room: the agent needs " + needed / 1024 + " MB");
    }
  }

  /**
   * Unpacks the agent beside its place and moves it there, so that a half-sent one is never used.
   */
  void upload(AgentPackage agent, Consumer<String> now)
      throws IOException, InterruptedException, ContactException {
    if (line.probe().installed().equals(agent.build())) {
      return;
    }
    Finished sent =
        root.run(InstallScripts.unpack(agent.build()), out -> send(agent, out, now), TO_UPLOAD);
    if (sent.ok()) {
      return;
    }
    if (sent.err().contains("No space left on device")) {
      throw ContactException.wrong(
          "the disk of /opt is full: the agent could not be unpacked",
          "make room: the agent needs " + agent.bytes() * UNPACKED / 1_000_000 + " MB");
    }
    throw ContactException.wrong(
        "the agent could not be unpacked: " + sent.lastLine(),
        "try again; check /opt/plumbline on the node");
  }

  private static void send(AgentPackage agent, OutputStream out, Consumer<String> now)
      throws IOException {
    try (InputStream in = Files.newInputStream(agent.file())) {
      byte[] chunk = new byte[CHUNK];
      long sent = 0;
      for (int length = in.read(chunk); length > 0; length = in.read(chunk)) {
        out.write(chunk, 0, length);
        sent += length;
        now.accept(
            "sending the agent, " + sent / 1_000_000 + " of " + agent.bytes() / 1_000_000 + " MB");
      }
    }
  }

  /**
   * Makes the agent's key on the node if it has none.
   *
   * @return PEM of a signing request
   */
  String request(AgentPackage agent, String node)
      throws IOException, InterruptedException, ContactException {
    Finished made = verb(agent, "csr", " --node " + Shell.quoted(node), Feed.NOTHING);
    return made.out();
  }

  /** Starts the agent with its identity. */
  void install(AgentPackage agent, String document)
      throws IOException, InterruptedException, ContactException {
    verb(agent, "install", "", Feed.of(document));
    // The agent runs whatever becomes of old builds: the next install tries again.
    root.run(InstallScripts.dropOthers(agent.build()), Feed.NOTHING, TO_RUN);
  }

  /**
   * Takes away everything of ours.
   *
   * @return what the agent says that it did besides, a line each
   */
  List<String> remove() throws IOException, InterruptedException, ContactException {
    Finished removed = root.run(InstallScripts.REMOVE, Feed.NOTHING, TO_RUN);
    if (!removed.ok()) {
      throw ContactException.wrong(
          "the agent could not be removed: " + removed.lastLine(), "look at the node's journal");
    }
    return removed.out().lines().toList();
  }

  /** The last lines of the agent's journal, for an agent that does not connect. */
  String journal() throws IOException, InterruptedException, ContactException {
    return root.run(InstallScripts.JOURNAL, Feed.NOTHING, TO_RUN).out().strip();
  }

  private Finished verb(AgentPackage agent, String verb, String words, Feed stdin)
      throws IOException, InterruptedException, ContactException {
    Finished ran =
        root.run(
            InstallScripts.home(agent.build()) + "/bin/plumbline-agent " + verb + words,
            stdin,
            TO_RUN);
    if (!ran.ok()) {
      throw ContactException.wrong(
          "the agent's '" + verb + "' failed: " + ran.lastLine(),
          "look at the node's journal with 'journalctl -u plumbline-agent'");
    }
    return ran;
  }
}
