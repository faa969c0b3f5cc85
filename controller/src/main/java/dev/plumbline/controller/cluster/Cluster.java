package dev.plumbline.controller.cluster;

import dev.plumbline.controller.agents.Certificates;
import dev.plumbline.controller.model.Bundle;
import dev.plumbline.controller.model.CertificateRecord;
import dev.plumbline.controller.model.Exported;
import dev.plumbline.controller.model.Generation;
import dev.plumbline.controller.model.InventoryNode;
import dev.plumbline.controller.model.KnownExport;
import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.model.RunRecord;
import dev.plumbline.controller.store.Recorder;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The state of the cluster, in memory; every change of it is written through. */
public final class Cluster {
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  private final Recorder recorder;
  private final Clock clock;
  private final Certificates certificates;
  private final ExportBook exports;
  private final Signal signal = new Signal();
  private final Occupants occupants = new Occupants(signal);
  private final Map<String, NodeRecord> nodes = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> written = new ConcurrentHashMap<>();
  private final AtomicLong lastRun;
  private volatile Generation generation;
  private volatile List<InventoryNode> inventory;
  private volatile String name;

  public Cluster(Remembered remembered, Recorder recorder, Clock clock) {
    this.recorder = recorder;
    this.clock = clock;
    this.certificates = new Certificates(remembered.certificates());
    this.exports = new ExportBook(remembered.exports());
    this.generation = remembered.generation();
    this.inventory = remembered.generation().nodes();
    this.name = remembered.generation().cluster();
    this.lastRun = new AtomicLong(remembered.lastRun());
    remembered.nodes().forEach(node -> nodes.put(node.name(), node));
  }

  public Certificates certificates() {
    return certificates;
  }

  public ExportBook exports() {
    return exports;
  }

  /** Raised with a node's name whenever something about it moved. */
  public Signal signal() {
    return signal;
  }

  /** The jobs that run on nodes. */
  public Occupants occupants() {
    return occupants;
  }

  public Recorder recorder() {
    return recorder;
  }

  /** The last inventory version that was applied. */
  public Generation generation() {
    return generation;
  }

  /** The cluster's name; empty before an inventory was seen. */
  public String name() {
    return name;
  }

  /** The nodes of the last inventory that was seen, applied or not. */
  public List<InventoryNode> inventory() {
    return inventory;
  }

  /** Makes the nodes of an inventory known before they dial. */
  public void know(Bundle bundle) {
    inventory = bundle.nodes();
    name = bundle.cluster();
    signal.raise("");
  }

  /** The number that a bundle has, or would have if it was applied now. */
  public long generationOf(Bundle bundle) {
    Generation last = generation;
    return bundle.hash().equals(last.hash()) ? last.number() : last.number() + 1;
  }

  /** Makes a bundle the current inventory version. Called by the holder of the lease. */
  public CompletableFuture<Void> adopt(Bundle bundle, String user) {
    know(bundle);
    long number = generationOf(bundle);
    if (number == generation.number()) {
      return DONE;
    }
    Generation next =
        new Generation(
            number,
            bundle.hash(),
            bundle.cluster(),
            bundle.source(),
            clock.instant(),
            user,
            bundle.nodes());
    return recorder
        .write(store -> store.add(next, bundle.catalogs().values()))
        .thenRun(() -> generation = next);
  }

  /** What is known of a node. */
  public NodeRecord node(String name) {
    return nodes.getOrDefault(name, NodeRecord.unknown(name));
  }

  /** What is known of the nodes of the inventory. */
  public List<NodeRecord> known() {
    return inventory.stream().map(node -> node(node.name())).toList();
  }

  /**
   * Changes what is known of a node; what is the same as before is not written again.
   *
   * @return complete when the disk has it
   */
  public CompletableFuture<Void> update(String name, UnaryOperator<NodeRecord> change) {
    AtomicReference<CompletableFuture<Void>> done = new AtomicReference<>(DONE);
    // The disk is told within compute, so that it sees the changes of one node in their order.
    nodes.compute(
        name,
        (_, old) -> {
          NodeRecord updated = change.apply(old == null ? NodeRecord.unknown(name) : old);
          done.set(updated.equals(old) ? last(name, updated) : write(name, updated));
          return updated;
        });
    signal.raise(name);
    return done.get();
  }

  /** The write that brought a node's record to the disk; made again if it failed. */
  private CompletableFuture<Void> last(String name, NodeRecord same) {
    CompletableFuture<Void> last = written.getOrDefault(name, DONE);
    return last.isCompletedExceptionally() ? write(name, same) : last;
  }

  private CompletableFuture<Void> write(String name, NodeRecord updated) {
    CompletableFuture<Void> write = recorder.write(store -> store.save(updated));
    written.put(name, write);
    return write;
  }

  /** Takes in what a node publishes. */
  public CompletableFuture<Void> publish(String node, List<Exported> published) {
    List<KnownExport> news = exports.publish(node, published);
    return news.isEmpty() ? DONE : recorder.write(store -> news.forEach(store::save));
  }

  /** Keeps a certificate that was just signed. */
  public CompletableFuture<Void> signed(CertificateRecord certificate) {
    return recorder
        .write(store -> store.add(certificate))
        .thenRun(() -> certificates.add(certificate));
  }

  /** Revokes certificates. */
  public CompletableFuture<Void> revoke(Collection<CertificateRecord> revoked) {
    var now = clock.instant();
    return recorder
        .write(store -> revoked.forEach(one -> store.revoke(one.serial(), now)))
        .thenRun(() -> revoked.forEach(one -> certificates.revoke(one.serial(), now)));
  }

  /** A number that no run has had. */
  public long nextRun() {
    return lastRun.incrementAndGet();
  }

  /** Keeps the beginning or the end of a run. */
  public CompletableFuture<Void> save(RunRecord run) {
    return recorder.write(store -> store.save(run));
  }
}
