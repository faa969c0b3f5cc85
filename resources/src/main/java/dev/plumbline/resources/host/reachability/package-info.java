/** The port to other machines: whether they can be reached from a node. */
@NullMarked
package dev.plumbline.resources.host.reachability;

import org.jspecify.annotations.NullMarked;
