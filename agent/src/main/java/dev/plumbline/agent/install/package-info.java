/** Puts the agent on a node as a service, takes it away again, and says how it is. */
@NullMarked
package dev.plumbline.agent.install;

import org.jspecify.annotations.NullMarked;
