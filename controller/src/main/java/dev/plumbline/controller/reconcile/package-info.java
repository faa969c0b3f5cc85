/**
 * Decides what to do about a node. A request to reconcile carries a node's name and nothing else:
 * it says "look there", never what happened. The reconciler reads all state anew, and gives one
 * decision; whoever carries it out calls again when something moved. Lost, doubled and reordered
 * requests therefore do no harm.
 *
 * <p>Everything here is pure: the same state gives the same decision.
 */
@NullMarked
package dev.plumbline.controller.reconcile;

import org.jspecify.annotations.NullMarked;
