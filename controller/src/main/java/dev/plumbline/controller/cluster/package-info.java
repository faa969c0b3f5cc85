/**
 * What the controller knows of the cluster right now: nodes, exports, generations. Kept in memory,
 * written through to the store, shared by sessions, runs and reports.
 */
@NullMarked
package dev.plumbline.controller.cluster;

import org.jspecify.annotations.NullMarked;
