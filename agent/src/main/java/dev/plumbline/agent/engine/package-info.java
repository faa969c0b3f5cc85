/**
 * Observe, diff, plan, apply, observe: makes one node what its catalog says. {@link
 * dev.plumbline.agent.engine.Engine} is the way in. It knows no kind of resource and no transport,
 * and touches the machine through resource types only.
 */
@NullMarked
package dev.plumbline.agent.engine;

import org.jspecify.annotations.NullMarked;
