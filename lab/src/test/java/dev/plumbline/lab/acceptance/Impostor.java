package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.ca.CertificateAuthority;
import dev.plumbline.controller.ca.CertificateException;
import dev.plumbline.lab.node.LabNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** The agent of a node, made to show what is not its own certificate. */
record Impostor(LabNode node) {
  private static final String IDENTITY = "/var/lib/plumbline/identity/";

  /** What its agent has now, with the key. */
  String[] identity() {
    return new String[] {
      node.run("cat " + IDENTITY + "cert.pem"), node.run("cat " + IDENTITY + "key.pem")
    };
  }

  /** A certificate for this node's key. */
  String certificate(Path authority, Duration ago) throws IOException, CertificateException {
    Files.createDirectories(authority);
    String request =
        node.run("/opt/plumbline/current/bin/plumbline-agent csr --node " + node.name());
    Clock clock = Clock.offset(Clock.systemUTC(), ago.negated());
    return CertificateAuthority.pem(
        CertificateAuthority.open(authority, clock, new SecureRandom())
            .sign(node.name(), "any", request)
            .certificate());
  }

  void show(String certificate) {
    node.run("printf %s \"$1\" >" + IDENTITY + "cert.pem", certificate);
  }

  void show(String[] identity) {
    show(identity[0]);
    node.run("printf %s \"$1\" >" + IDENTITY + "key.pem", identity[1]);
  }

  void showNothing() {
    node.run("rm " + IDENTITY + "cert.pem");
  }

  /**
   * Starts the agent anew, which says so, and why it has no connection, in one line. Where TLS ends
   * the connection, the agent may find it closed before it hears why; a new start asks again
   * sooner.
   */
  void assertRefused(String why) {
    String journal =
        node.run(
            """
            for start in $(seq 10); do
              systemctl restart plumbline-agent
              for i in $(seq 40); do
                journalctl -o cat _SYSTEMD_INVOCATION_ID=$(systemctl show -p InvocationID --value plumbline-agent) >/run/said
                grep -qF -- "$1" /run/said && break 2
                sleep 0.2
              done
            done
            sleep 3
            journalctl -o cat _SYSTEMD_INVOCATION_ID=$(systemctl show -p InvocationID --value plumbline-agent)
            """,
            why);
    assertThat(journal.lines()).doesNotHaveDuplicates();
    assertThat(journal.lines().filter(line -> !line.startsWith("agent of ")).toList())
        .as(journal)
        .hasSize(1)
        .allMatch(line -> line.startsWith("no connection to ") && line.contains(why));
  }
}
