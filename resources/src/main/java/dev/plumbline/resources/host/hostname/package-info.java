/** The port to the name that a node gives itself. */
@NullMarked
package dev.plumbline.resources.host.hostname;

import org.jspecify.annotations.NullMarked;
