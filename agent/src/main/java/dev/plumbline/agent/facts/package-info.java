/**
 * What a node has and nobody manages. One detector per subject, all read from {@code /proc}, {@code
 * /sys} and {@code /etc}; {@link dev.plumbline.agent.facts.Facts} lists them.
 */
@NullMarked
package dev.plumbline.agent.facts;

import org.jspecify.annotations.NullMarked;
