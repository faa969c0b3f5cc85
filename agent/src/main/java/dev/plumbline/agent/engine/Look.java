package dev.plumbline.agent.engine;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Failure;
import java.util.List;
import java.util.Set;

/**
 * What came of looking at one resource.
 *
 * @param <O> its observation
 */
sealed interface Look<O> {
  /**
   * It could be read.
   *
   * @param changes what differs; empty if it agrees
   * @param canonical equal for equal observations
   * @param lacks exports of other nodes without which the resource is only compared in part
   */
  record Seen<O>(
      O observed,
      String canonical,
      List<Change> changes,
      List<Export> exports,
      Set<ExportKey> lacks)
      implements Look<O> {}

  /** It could not be read. */
  record Unseen<O>(Failure failure) implements Look<O> {}

  /** Its spec lacks exports of other nodes, so there is nothing yet to compare it with. */
  record Lacking<O>(Set<ExportKey> exports) implements Look<O> {}

  /** What was seen of a resource that lacks nothing. */
  default Seen<O> orFail() throws Failure {
    return switch (this) {
      case Seen<O> seen -> seen;
      case Unseen<O> unseen -> throw unseen.failure();
      case Lacking<O> lacking ->
          throw new Failure(
              "waits for " + Text.of(lacking.exports()), "apply again when they are there");
    };
  }
}
