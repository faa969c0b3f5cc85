/** The port to the network interfaces of a node, and to who else is on their wires. */
@NullMarked
package dev.plumbline.resources.host.links;

import org.jspecify.annotations.NullMarked;
