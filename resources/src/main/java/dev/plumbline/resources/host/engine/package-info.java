/** The port to the Docker engine of a node. */
@NullMarked
package dev.plumbline.resources.host.engine;

import org.jspecify.annotations.NullMarked;
