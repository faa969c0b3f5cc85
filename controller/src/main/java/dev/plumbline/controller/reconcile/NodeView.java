package dev.plumbline.controller.reconcile;

import dev.plumbline.controller.model.Revision;
import java.util.Optional;

/**
 * All that is known of one node at the moment of a decision.
 *
 * @param selected whether the run is about it; others only publish exports
 * @param wanted its catalog; empty in a drift check and for nodes outside the inventory
 * @param last the last revision that it was given
 * @param sent how many catalogs it was sent in this run
 * @param asked whether it was asked for its exports in this run
 * @param asking whether it still owes the answer
 */
public record NodeView(
    String name,
    boolean selected,
    Optional<Wanted> wanted,
    SessionState session,
    Phase phase,
    Revision last,
    int sent,
    boolean asked,
    boolean asking) {}
