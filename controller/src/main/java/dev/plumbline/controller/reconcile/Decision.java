package dev.plumbline.controller.reconcile;

import dev.plumbline.controller.model.Revision;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to do about one node now. */
public sealed interface Decision {
  /**
   * Send it a catalog.
   *
   * @param revision the catalog's; the node's last one if the hash is the same
   * @param followUpOf the exports because of which the catalog differs from the last revision of
   *     the same generation; empty if it does not
   */
  record Send(EncodedCatalog catalog, Revision revision, Set<ExportKey> followUpOf)
      implements Decision {
    public Send {
      followUpOf = Set.copyOf(followUpOf);
    }
  }

  /** Ask it to compare itself with the last catalog that it applied. */
  record Compare() implements Decision {}

  /** Ask it for its exports: others need secrets of it that only it knows. */
  record Ask() implements Decision {}

  /**
   * Do nothing before something moves.
   *
   * @param detail which one; empty if there is no choice
   * @param until when to look again at the latest, on the clock of {@link World#now}; {@link
   *     #MOVES} if only a message can move it
   */
  record Await(What what, String detail, long until) implements Decision {
    /** No deadline. */
    public static final long MOVES = Long.MAX_VALUE;

    /** What has to come. */
    public enum What {
      AGENT,
      REPORT,
      EARLIER_APPLY,
      EXPORT,
      /** The end of a job that runs there. */
      JOB
    }

    static Await of(What what) {
      return new Await(what, "", MOVES);
    }
  }

  /**
   * Nothing is left to do here, as things stand.
   *
   * @param missing what each waiting resource lacks
   */
  record Settled(Map<ResourceId, Set<ExportKey>> missing) implements Decision {
    public Settled {
      missing = Map.copyOf(missing);
    }
  }

  /**
   * The node cannot be reached.
   *
   * @param since when its last session ended; empty if it never had one
   * @param refusal why its last attempt to connect was refused; empty if it was not
   */
  record Pending(Optional<Instant> since, Optional<String> refusal) implements Decision {}

  /** The node cannot do what the run asks. */
  record Unable(String message, String remedy) implements Decision {}
}
