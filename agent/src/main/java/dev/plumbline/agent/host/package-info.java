/**
 * The real ports, one package each, named as the interface's package is. {@link
 * dev.plumbline.agent.AgentMain} lists them.
 */
@NullMarked
package dev.plumbline.agent.host;

import org.jspecify.annotations.NullMarked;
