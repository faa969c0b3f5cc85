/**
 * Pages of Spark: where they are, and the way of one from the agent that asks it to the caller that
 * reads it.
 */
@NullMarked
package dev.plumbline.controller.page;

import org.jspecify.annotations.NullMarked;
