/** The real port to programs: children of the agent, and transient systemd units. */
@NullMarked
package dev.plumbline.agent.host.processes;

import org.jspecify.annotations.NullMarked;
