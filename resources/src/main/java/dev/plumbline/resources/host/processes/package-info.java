/** The port to programs that run on a node. */
@NullMarked
package dev.plumbline.resources.host.processes;

import org.jspecify.annotations.NullMarked;
