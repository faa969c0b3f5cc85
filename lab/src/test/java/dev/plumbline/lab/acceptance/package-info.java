/**
 * The whole program on real nodes, used as a user uses it: through {@code ./plumb}, from an
 * inventory on. What a command claims is checked with the nodes themselves, never with Plumbline.
 */
@NullMarked
package dev.plumbline.lab.acceptance;

import org.jspecify.annotations.NullMarked;
