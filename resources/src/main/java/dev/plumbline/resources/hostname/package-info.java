/**
 * The name that a node gives itself.
 *
 * <pre>{@code
 * state:
 *   hostname: ${node.name}
 * }</pre>
 *
 * <p>Both the running name and {@code /etc/hostname} are looked at, so a name that a restart would
 * bring back is a difference too. It never touches {@code /etc/hosts}: that is {@code hosts}.
 */
@NullMarked
package dev.plumbline.resources.hostname;

import org.jspecify.annotations.NullMarked;
