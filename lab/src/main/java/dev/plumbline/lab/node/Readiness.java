package dev.plumbline.lab.node;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Waits until a node has booted and its sshd answers at its address. */
final class Readiness {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN = Duration.ofMillis(150);

  /** Degraded is a matter of the node's units, which whoever made them so knows about. */
  private static final List<String> BOOTED = List.of("running", "degraded");

  private final LabNode node;

  Readiness(LabNode node) {
    this.node = node;
  }

  void await() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    while (System.nanoTime() < deadline) {
      mustLive();
      last = missing();
      if (last.isEmpty()) {
        return;
      }
      pause();
    }
    throw new LabProblem(
        "node " + node.name() + " did not come up within " + PATIENCE.toSeconds() + " s: " + last);
  }

  /** Waiting for a first process that has failed would only hide what it said. */
  private void mustLive() {
    NodeContainer container = node.container();
    String ended = container.ended();
    if (!ended.isEmpty()) {
      throw new LabProblem("node " + node.name() + " is " + ended + ": " + container.lastWords());
    }
  }

  /** What is not so yet; empty when it is ready. */
  private String missing() {
    Finished asked = node.exec("systemctl is-system-running");
    String state = asked.out().strip();
    if (!BOOTED.contains(state)) {
      return "systemd says '" + (state.isEmpty() ? asked.lastWords() : state) + "'";
    }
    if (!node.exec("ip -o address show tentative").out().isEmpty()) {
      return "an address is still being tried for duplicates";
    }
    String ssh = banner(node.address());
    return ssh.startsWith("SSH-") ? "" : "no sshd at " + node.address() + ": " + ssh;
  }

  /** The first bytes that port 22 of an address says, or why it says nothing. */
  static String banner(String address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, 22), 1000);
      socket.setSoTimeout(2000);
      return new String(socket.getInputStream().readNBytes(8), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabProblem("interrupted while " + node.name() + " booted", e);
    }
  }
}
