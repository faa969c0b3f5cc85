package dev.plumbline.controller.reconcile;

import dev.plumbline.controller.model.Revision;
import dev.plumbline.controller.model.Verb;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One decision for one node; see the description of the package. */
public final class Reconciler {
  /** Catalogs that a node may be sent in a run beyond one per node that it takes exports of. */
  static final int SPARE_CATALOGS = 4;

  private final Linker linker;

  public Reconciler(Linker linker) {
    this.linker = linker;
  }

  public Decision decide(String name, World world) {
    NodeView node = world.node(name);
    if (node.phase() instanceof Phase.Broken broken) {
      return new Decision.Unable(broken.message(), broken.remedy());
    }
    return switch (node.session()) {
      case SessionState.Away away -> absent(node, away, world);
      case SessionState.Live live -> present(node, live, world);
    };
  }

  private static Decision absent(NodeView node, SessionState.Away away, World world) {
    if (node.selected() && away.expectedUntil() > world.now()) {
      return new Decision.Await(Decision.Await.What.AGENT, "", away.expectedUntil());
    }
    return new Decision.Pending(away.since(), away.refusal());
  }

  private Decision present(NodeView node, SessionState.Live live, World world) {
    if (node.phase() instanceof Phase.Busy) {
      return Decision.Await.of(Decision.Await.What.REPORT);
    }
    if (node.asking()) {
      return Decision.Await.of(Decision.Await.What.EXPORT);
    }
    if (!live.running().isEmpty()) {
      return node.selected()
          ? Decision.Await.of(Decision.Await.What.EARLIER_APPLY)
          : new Decision.Settled(Map.of());
    }
    if (!node.asked() && !world.takenOf(node.name()).stream().allMatch(atHand(world))) {
      return new Decision.Ask();
    }
    if (!node.selected()) {
      return new Decision.Settled(Map.of());
    }
    return world.verb() == Verb.DRIFT ? compare(node, live) : send(node, live, world);
  }

  private static Predicate<ExportKey> atHand(World world) {
    return key -> world.exports().find(key).isPresent() || world.digest(key).isEmpty();
  }

  private static Decision compare(NodeView node, SessionState.Live live) {
    if (node.phase() instanceof Phase.Reported) {
      return new Decision.Settled(Map.of());
    }
    return live.appliedHash().isEmpty()
        ? new Decision.Unable(
            "nothing was applied to "
                + node.name()
                + " yet, so there is nothing to compare it with",
            "run plumb apply first, or compare with the inventory: plumb plan")
        : new Decision.Compare();
  }

  private Decision send(NodeView node, SessionState.Live live, World world) {
    Optional<Wanted> wanted = node.wanted();
    if (wanted.isEmpty()) {
      return new Decision.Unable(
          "the inventory has no node " + node.name(), "name nodes of the inventory");
    }
    Optional<String> unknown = unknownKind(wanted.get().whole(), live);
    if (unknown.isPresent()) {
      return new Decision.Unable(
          "the agent on " + node.name() + " is of another build and does not know " + unknown.get(),
          "run plumb apply, which installs the agent of this build");
    }
    LinkedCatalog linked = linker.link(wanted.get(), world.exports());
    if (node.phase() instanceof Phase.Reported reported
        && reported.hash().equals(linked.catalog().hash())) {
      return new Decision.Settled(linked.missing());
    }
    Optional<ExportKey> expected = expected(node, wanted.get(), linked, world);
    if (expected.isPresent()) {
      return new Decision.Await(
          Decision.Await.What.EXPORT, expected.get().toString(), Decision.Await.MOVES);
    }
    if (node.sent() >= limit(wanted.get())) {
      return new Decision.Unable(
          "the exports that " + node.name() + " takes change with every apply",
          "see which values change: " + names(changed(node.last(), linked)));
    }
    Optional<String> job = world.verb() == Verb.APPLY ? world.job(node.name()) : Optional.empty();
    if (job.isPresent()) {
      return new Decision.Await(Decision.Await.What.JOB, job.get(), Decision.Await.MOVES);
    }
    return new Decision.Send(
        linked.catalog(), revision(node.last(), linked, world), followUpOf(node, linked, world));
  }

  private static Optional<String> unknownKind(EncodedCatalog catalog, SessionState.Live live) {
    return catalog.entries().stream()
        .filter(
            entry -> !Integer.valueOf(entry.schemaVersion()).equals(live.kinds().get(entry.kind())))
        .map(entry -> entry.kind() + " version " + entry.schemaVersion())
        .findFirst();
  }

  /**
   * An export that is on its way, so that the catalog is better sent with it than before it. The
   * first catalog waits for nothing but a secret that its node was just asked for: what nodes
   * publish comes with the answers to their first catalogs.
   */
  private static Optional<ExportKey> expected(
      NodeView node, Wanted wanted, LinkedCatalog linked, World world) {
    Set<ExportKey> lacks = linked.lacks();
    boolean first = node.phase() instanceof Phase.Idle;
    return wanted.takes().stream()
        .filter(key -> !key.node().equals(node.name()))
        .filter(key ->
            isAskedFor(key, lacks, world)
                || (!first && isComing(world.node(key.node()), lacks.contains(key))))
        .min(Comparator.comparing(ExportKey::toString));
  }

  private static boolean isAskedFor(ExportKey key, Set<ExportKey> lacks, World world) {
    NodeView owner = world.node(key.node());
    boolean willBeAsked =
        !owner.asked()
            && world.digest(key).isPresent()
            && owner.phase() instanceof Phase.Idle
            && owner.session() instanceof SessionState.Live live
            && live.running().isEmpty();
    return lacks.contains(key) && (owner.asking() || willBeAsked);
  }

  /** Whether a node is at work, or about to be, and may publish what it has not published yet. */
  private static boolean isComing(NodeView owner, boolean lacking) {
    if (!(owner.session() instanceof SessionState.Live live)) {
      return false;
    }
    return switch (owner.phase()) {
      case Phase.Idle _ -> owner.selected() && live.running().isEmpty();
      case Phase.Busy busy -> lacking || !busy.planned();
      case Phase.Reported _, Phase.Broken _ -> false;
    };
  }

  private static int limit(Wanted wanted) {
    Set<String> owners = new HashSet<>();
    wanted.takes().forEach(key -> owners.add(key.node()));
    return SPARE_CATALOGS + 2 * owners.size();
  }

  private static Revision revision(Revision last, LinkedCatalog linked, World world) {
    boolean same = linked.catalog().hash().equals(last.hash());
    return new Revision(
        same ? last.number() : last.number() + 1,
        world.generation(),
        linked.catalog().hash(),
        linked.linked());
  }

  private static Set<ExportKey> followUpOf(NodeView node, LinkedCatalog linked, World world) {
    Revision last = node.last();
    return last.generation() == world.generation() && !last.hash().equals(linked.catalog().hash())
        ? changed(last, linked)
        : Set.of();
  }

  private static Set<ExportKey> changed(Revision last, LinkedCatalog linked) {
    Set<ExportKey> changed = new HashSet<>();
    linked
        .linked()
        .forEach((key, digest) -> {
          if (!digest.equals(last.linked().get(key))) {
            changed.add(key);
          }
        });
    return changed;
  }

  private static String names(Set<ExportKey> keys) {
    return String.join(", ", keys.stream().map(ExportKey::toString).sorted().toList());
  }
}
