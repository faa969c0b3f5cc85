package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.docker.DataRoot;
import dev.plumbline.resources.docker.DockerUnit;
import dev.plumbline.resources.host.engine.Engine;
import dev.plumbline.resources.host.engine.SwarmDetails;
import dev.plumbline.resources.host.engine.SwarmNode;
import dev.plumbline.resources.host.engine.SwarmStanding;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.units.Units;
import dev.plumbline.resources.swarm.SwarmObservation.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the place of a node in a swarm: its certificate says which one, the engine how it is. */
final class SwarmReading {
  private final Engine engine;
  private final Units units;
  private final Files files;

  SwarmReading(Engine engine, Units units, Files files) {
    this.engine = engine;
    this.units = units;
    this.files = files;
  }

  SwarmObservation observe(SwarmSpec spec) throws Failure {
    Path path = DataRoot.of(files).resolve("swarm/certificates/swarm-node.crt");
    Optional<byte[]> pem = files.read(path);
    Optional<SwarmCertificate> certificate =
        pem.isEmpty() ? Optional.empty() : Optional.of(SwarmCertificate.parse(path, pem.get()));
    if (!DockerUnit.runs(units)) {
      return certificate
          .map(kept -> SwarmObservation.member(State.STOPPED, kept, ""))
          .orElseGet(() -> SwarmObservation.outside(State.STOPPED, ""));
    }
    return switch (engine.swarm()) {
      case SwarmStanding.Managing manager -> manager(manager, certificate);
      case SwarmStanding.Working _ -> worker(spec, certificate, path);
      case SwarmStanding.Outside _ ->
          certificate.isEmpty()
              ? SwarmObservation.outside(State.WELL, "")
              : atOdds(certificate.get());
      case SwarmStanding.Troubled troubled -> troubled(troubled, certificate);
    };
  }

  private SwarmObservation manager(
      SwarmStanding.Managing manager, Optional<SwarmCertificate> certificate) throws Failure {
    String id =
        certificate.isPresent() ? certificate.get().nodeId() : engine.swarmDetails().nodeId();
    List<SwarmNode> nodes = engine.nodes();
    String address =
        nodes.stream()
            .filter(node -> node.id().equals(id))
            .map(node -> node.managerAddress().map(Addresses::host).orElseGet(node::address))
            .findFirst()
            .orElse("");
    return new SwarmObservation(
        State.WELL,
        Optional.of(manager.cluster()),
        id,
        Role.MANAGER,
        address,
        "",
        List.of(),
        Optional.of(new SwarmObservation.Tokens(manager.workerToken(), manager.managerToken())),
        nodes);
  }

  private SwarmObservation worker(SwarmSpec spec, Optional<SwarmCertificate> certificate, Path path)
      throws Failure {
    if (certificate.isEmpty()) {
      SwarmDetails details = engine.swarmDetails();
      if (details.state() != SwarmDetails.State.ACTIVE) {
        return SwarmObservation.outside(State.BROKEN, "joins in vain " + details.error());
      }
      throw new Failure(
          "the Docker engine is in a swarm, but there is no " + path,
          "look at it with 'docker info' on the node; an engine with userns-remap is not managed");
    }
    SwarmObservation member = SwarmObservation.member(State.WELL, certificate.get(), "");
    boolean elsewhere = !Membership.ours(spec.known(), member.cluster()).equals(member.cluster());
    if (!elsewhere && spec.advertise().flatMap(Addresses::parseHost).isEmpty()) {
      return member;
    }
    SwarmDetails details = engine.swarmDetails();
    return member.seen(details.address(), details.managers());
  }

  private SwarmObservation atOdds(SwarmCertificate certificate) throws Failure {
    SwarmDetails details = engine.swarmDetails();
    return switch (details.state()) {
      case INACTIVE -> SwarmObservation.outside(State.WELL, "");
      case LOCKED -> throw locked();
      case PENDING, ACTIVE, ERROR ->
          SwarmObservation.member(State.BROKEN, certificate, details.error())
              .seen(details.address(), details.managers());
    };
  }

  private SwarmObservation troubled(
      SwarmStanding.Troubled troubled, Optional<SwarmCertificate> certificate) throws Failure {
    SwarmDetails details = engine.swarmDetails();
    if (details.state() == SwarmDetails.State.LOCKED) {
      throw locked();
    }
    if (certificate.isEmpty()) {
      return SwarmObservation.outside(State.BROKEN, troubled.message());
    }
    if (certificate.get().role() == Role.MANAGER) {
      throw manager(troubled.message());
    }
    return SwarmObservation.member(State.BROKEN, certificate.get(), troubled.message())
        .seen(details.address(), details.managers());
  }

  private static Failure locked() {
    return new Failure(
        "the swarm's keys on this node are locked", "run 'docker swarm unlock' on the node");
  }

  private static Failure manager(String message) {
    return message.contains("does not have a leader")
        ? new Failure(
            "the swarm has lost its quorum: half of its managers or more do not answer",
            "start the Docker engines of the other managers; if they are gone for good, run"
                + " 'docker swarm init --force-new-cluster' on one that is left")
        : new Failure(
            "the swarm's manager on this node is in trouble: " + message,
            "try again in a moment; if it stays, look at it with 'journalctl -e -u "
                + DockerUnit.NAME
                + "' on the node");
  }
}
