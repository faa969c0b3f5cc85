/** The one connection of the agent: it dials the controller and keeps one stream open. */
@NullMarked
package dev.plumbline.agent.rpc;

import org.jspecify.annotations.NullMarked;
