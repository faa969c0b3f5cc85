/** The agent's key, made on the node and never leaving it, and its certificate. */
@NullMarked
package dev.plumbline.agent.identity;

import org.jspecify.annotations.NullMarked;
