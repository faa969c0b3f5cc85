/** The real port to other machines. */
@NullMarked
package dev.plumbline.agent.host.reachability;

import org.jspecify.annotations.NullMarked;
