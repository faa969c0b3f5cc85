package dev.plumbline.agent.work;

import dev.plumbline.agent.engine.Desired;
import dev.plumbline.agent.engine.Owed;
import dev.plumbline.agent.journal.Assignment;
import dev.plumbline.agent.journal.LastApplied;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns what came over the wire, and what was kept, into what the engine takes. */
final class Decoding {
  private static final System.Logger LOG = System.getLogger(Decoding.class.getName());
  private final Registry registry;
  private final String node;

  Decoding(Registry registry, String node) {
    this.registry = registry;
    this.node = node;
  }

  /** What the node must become, seen from what was applied last. */
  Desired desired(Assignment assignment, Optional<LastApplied> last) throws Failure {
    EncodedCatalog encoded = assignment.catalog();
    if (!encoded.node().equals(node)) {
      throw new Failure(
          "this is the agent of " + node + "; the catalog is for " + encoded.node(),
          "run 'plumb agent install' for both nodes again");
    }
    Catalog catalog;
    try {
      catalog = CatalogCodec.decode(encoded, registry);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          "this agent cannot read its catalog: " + e.getMessage(),
          "bring the agent to the controller's build: plumb apply --install-agents",
          e);
    }
    return Desired.after(
        last.map(this::before).orElse(List.of()),
        last.map(LastApplied::owed).orElse(Owed.NOTHING),
        catalog,
        encoded.hash());
  }

  /** Everything that the last applied catalog held or still had to withdraw. */
  private List<Catalog.Entry> before(LastApplied last) {
    List<Catalog.Entry> before = new ArrayList<>();
    for (EncodedCatalog.Entry entry : entries(last)) {
      try {
        EncodedCatalog single =
            new EncodedCatalog(node, List.of(entry), "", last.assignment().catalog().secrets());
        before.addAll(CatalogCodec.decode(single, registry).entries());
      } catch (IllegalArgumentException e) {
        // Another build applied it; whether it has left the inventory cannot be told any more.
        LOG.log(System.Logger.Level.WARNING, "no longer managed: {0}", e.getMessage());
      }
    }
    return before;
  }

  /** What has to be kept after an apply. */
  static LastApplied after(
      Assignment assignment, Optional<LastApplied> last, Set<ResourceId> toWithdraw, Owed owed) {
    List<EncodedCatalog.Entry> kept =
        last.map(Decoding::entries).orElse(List.of()).stream()
            .filter(entry -> toWithdraw.contains(new ResourceId(entry.kind(), entry.name())))
            .toList();
    return new LastApplied(assignment, kept, owed);
  }

  private static List<EncodedCatalog.Entry> entries(LastApplied last) {
    List<EncodedCatalog.Entry> entries = new ArrayList<>(last.toWithdraw());
    entries.addAll(last.assignment().catalog().entries());
    return entries;
  }
}
