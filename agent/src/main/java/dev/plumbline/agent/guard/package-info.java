/**
 * Round a change that can cut the node off: what was is kept on disk, a timer of systemd's puts it
 * back, and only a confirmation that came over a new connection stops it.
 */
@NullMarked
package dev.plumbline.agent.guard;

import org.jspecify.annotations.NullMarked;
