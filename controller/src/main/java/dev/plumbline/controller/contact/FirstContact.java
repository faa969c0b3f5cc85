package dev.plumbline.controller.contact;

import dev.plumbline.controller.contact.AgentPackages.AgentPackage;
import dev.plumbline.controller.contact.Reach.Endpoint;
import dev.plumbline.resources.codec.CanonicalJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Installs the agent on nodes, or removes it, over SSH. */
public final class FirstContact {
  private final AgentPackages packages;
  private final Questions questions;
  private final Map<String, String> environment;
  private final Witness witness;

  /**
   * @param environment of this process, where {@code env:NAME} passwords stand
   */
  public FirstContact(
      AgentPackages packages,
      Questions questions,
      Map<String, String> environment,
      Witness witness) {
    this.packages = packages;
    this.questions = questions;
    this.environment = Map.copyOf(environment);
    this.witness = witness;
  }

  /**
   * What is done on a node once it has been seen that all is well.
   *
   * @param failures by node name; a node that is not in it went well
   */
  public record Result(Map<String, ContactException> failures) {}

  /**
   * Installs the agent of this build, with an identity for this controller, and starts it. Nothing
   * is written on a node that has not passed every check.
   *
   * @throws IOException if this machine cannot even begin
   */
  public Result install(List<Target> targets, Authority authority) throws IOException {
    return visit(targets, (visit, root) -> install(visit, root, authority));
  }

  /** Removes the agent and everything of it. */
  public Result remove(List<Target> targets) throws IOException {
    return visit(
        targets,
        (visit, root) -> {
          String node = visit.target().node();
          witness.working(node, "removing the agent");
          new Installer(visit.line().orElseThrow(), root)
              .remove()
              .forEach(line -> witness.told(node, line));
        });
  }

  /** The last line of the journal of agents that were installed and do not connect. */
  public Map<String, String> journals(List<Target> targets) throws IOException {
    Map<String, String> journals = new TreeMap<>();
    visit(
        targets,
        (visit, root) -> {
          String journal = new Installer(visit.line().orElseThrow(), root).journal();
          synchronized (journals) {
            journals.put(visit.target().node(), journal);
          }
        });
    return journals;
  }

  @FunctionalInterface
  private interface Errand {
    void run(Visit visit, Root root) throws IOException, InterruptedException, ContactException;
  }

  private Result visit(List<Target> targets, Errand errand) throws IOException {
    try (Visits visits = new Visits(targets, questions, new Secrets(environment), witness)) {
      visits.open();
      Visits.each(
          visits.all().stream().filter(Visit::isOpen).toList(),
          visit -> visit.attempt(() -> errand.run(visit, visits.root(visit))));
      Map<String, ContactException> failures = new LinkedHashMap<>();
      for (Visit visit : visits.all()) {
        visit.failure().ifPresent(failure -> failures.put(visit.target().node(), failure));
      }
      return new Result(failures);
    }
  }

  private void install(Visit visit, Root root, Authority authority)
      throws IOException, InterruptedException, ContactException {
    String node = visit.target().node();
    Line line = visit.line().orElseThrow();
    Probe probe = line.probe();
    AgentPackage agent = packages.find(probe.architecture());
    Installer.check(probe, agent);
    witness.working(node, "trying the way back to the controller");
    List<Endpoint> endpoints = Reach.endpoints(authority.advertise(), authority.port(), probe);
    Reach.check(line, endpoints);

    Installer installer = new Installer(line, root);
    witness.working(node, "sending the agent");
    installer.upload(agent, now -> witness.working(node, now));
    witness.working(node, "making the agent's key");
    String csr = installer.request(agent, node);
    String certificate = authority.sign(node, csr, probe.machineId());
    witness.working(node, "starting the agent");
    installer.install(agent, document(node, authority, endpoints, certificate));
    witness.working(node, "agent installed");
  }

  private static String document(
      String node, Authority authority, List<Endpoint> endpoints, String certificate) {
    return CanonicalJson.object(
        Map.of(
            "node",
            CanonicalJson.string(node),
            "cluster",
            CanonicalJson.string(authority.cluster()),
            "controllers",
            CanonicalJson.array(
                endpoints.stream()
                    .map(endpoint -> CanonicalJson.string(endpoint.toString()))
                    .toList()),
            "ca",
            CanonicalJson.string(authority.caCertificate()),
            "certificate",
            CanonicalJson.string(certificate)));
  }
}
