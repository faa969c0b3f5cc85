/** The port to the units of a node's systemd. */
@NullMarked
package dev.plumbline.resources.host.units;

import org.jspecify.annotations.NullMarked;
