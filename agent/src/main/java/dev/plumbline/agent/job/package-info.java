/**
 * Jobs on this node: each has a folder, phases that survive the agent, and programs in units of
 * systemd.
 */
@NullMarked
package dev.plumbline.agent.job;

import org.jspecify.annotations.NullMarked;
