/** Translates between what the agent thinks in and the messages of the wire. */
@NullMarked
package dev.plumbline.agent.rpc.wire;

import org.jspecify.annotations.NullMarked;
