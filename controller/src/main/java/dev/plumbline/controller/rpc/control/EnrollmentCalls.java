package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.agents.Admission;
import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.agents.Credential;
import dev.plumbline.controller.ca.CertificateAuthority;
import dev.plumbline.controller.ca.CertificateException;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.controller.cluster.Enrollments;
import dev.plumbline.controller.model.CertificateRecord;
import dev.plumbline.controller.model.InventoryNode;
import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.rpc.wire.Bundles;
import dev.plumbline.controller.run.Refusal;
import dev.plumbline.proto.v1.EnrollmentReply;
import dev.plumbline.proto.v1.EnrollmentRequest;
import dev.plumbline.proto.v1.RevokeAgentReply;
import dev.plumbline.proto.v1.SignAgentReply;
import dev.plumbline.proto.v1.SignAgentRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What first contact needs, and its opposite. */
final class EnrollmentCalls {
  private static final Duration LASTS = Duration.ofDays(30);

  private final Cluster cluster;
  private final Agents agents;
  private final Enrollments enrollments;
  private final CertificateAuthority authority;
  private final AgentBuilds builds;
  private final Clock clock;
  private final int port;
  private final String advertise;

  /**
   * @param port where agents dial
   * @param advertise at which address; empty for the local address of each SSH connection
   */
  EnrollmentCalls(
      Cluster cluster,
      Agents agents,
      Enrollments enrollments,
      CertificateAuthority authority,
      AgentBuilds builds,
      Clock clock,
      int port,
      String advertise) {
    this.cluster = cluster;
    this.agents = agents;
    this.enrollments = enrollments;
    this.authority = authority;
    this.builds = builds;
    this.clock = clock;
    this.port = port;
    this.advertise = advertise;
  }

  EnrollmentReply enroll(EnrollmentRequest request) throws Refusal {
    cluster.know(Bundles.read(request.getBundle()));
    try {
      return EnrollmentReply.newBuilder()
          .setCaCertificate(authority.pem())
          .setPort(port)
          .setAdvertise(advertise)
          .setAgentBuild(builds.ours())
          .addAllConnected(connected(cluster.inventory()))
          .build();
    } catch (CertificateException e) {
      throw new Refusal(Refusal.Kind.BROKEN, String.valueOf(e.getMessage()));
    }
  }

  /** The nodes that have an agent which need not be installed. */
  List<String> connected(List<InventoryNode> nodes) {
    return nodes.stream()
        .map(InventoryNode::name)
        .filter(name ->
            agents
                .live(name)
                .filter(session -> builds.isCurrent(session.hello().build()))
                .filter(session -> lasts(session.credential()))
                .isPresent())
        .toList();
  }

  /** An agent whose certificate ends soon is installed anew, which gives it another one. */
  private boolean lasts(Credential credential) {
    return clock.instant().plus(LASTS).isBefore(credential.notAfter());
  }

  CompletableFuture<SignAgentReply> sign(SignAgentRequest request) throws Refusal {
    String node = request.getNode();
    List<NodeRecord> known = cluster.known();
    if (known.stream().noneMatch(record -> record.name().equals(node))) {
      throw new Refusal(Refusal.Kind.INVALID, "the inventory has no node " + node);
    }
    List<NodeRecord> others =
        known.stream()
            .filter(other -> !cluster.certificates().goodOf(other.name()).isEmpty())
            .toList();
    Optional<String> clone = Admission.cloneOf(node, request.getMachineId(), "", others);
    if (clone.isPresent()) {
      throw new Refusal(Refusal.Kind.TOO_EARLY, clone.get());
    }
    try {
      CertificateAuthority.Signed signed =
          authority.sign(node, request.getMachineId(), request.getCsr());
      SignAgentReply reply =
          SignAgentReply.newBuilder()
              .setCertificate(CertificateAuthority.pem(signed.certificate()))
              .setSerial(signed.entry().serial())
              .build();
      return cluster
          .signed(signed.entry())
          .thenApply(_ -> {
            enrollments.signed(node);
            return reply;
          });
    } catch (CertificateException e) {
      throw new Refusal(Refusal.Kind.INVALID, String.valueOf(e.getMessage()));
    }
  }

  CompletableFuture<RevokeAgentReply> revoke(String node) {
    List<CertificateRecord> good = cluster.certificates().goodOf(node);
    return cluster
        .revoke(good)
        .thenApply(_ -> {
          agents.live(node).ifPresent(session -> cut(session, node));
          return RevokeAgentReply.newBuilder()
              .addAllSerials(good.stream().map(CertificateRecord::serial).toList())
              .build();
        });
  }

  private void cut(AgentSession session, String node) {
    session.refuse("the certificate of " + node + " was revoked");
    agents.departed(session);
  }
}
