/** The real port to the node's name. */
@NullMarked
package dev.plumbline.agent.host.hostname;

import org.jspecify.annotations.NullMarked;
