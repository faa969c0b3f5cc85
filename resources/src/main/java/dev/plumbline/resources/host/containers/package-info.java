/** The port to the containers and images of a node's Docker engine. */
@NullMarked
package dev.plumbline.resources.host.containers;

import org.jspecify.annotations.NullMarked;
