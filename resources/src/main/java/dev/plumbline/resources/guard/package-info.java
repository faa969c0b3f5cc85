/**
 * What a resource says about a change that can cut its node off: how the agent undoes it by itself
 * unless the change is confirmed in time.
 */
@NullMarked
package dev.plumbline.resources.guard;

import org.jspecify.annotations.NullMarked;
