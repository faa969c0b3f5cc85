/** The real port to systemd's units. */
@NullMarked
package dev.plumbline.agent.host.units;

import org.jspecify.annotations.NullMarked;
