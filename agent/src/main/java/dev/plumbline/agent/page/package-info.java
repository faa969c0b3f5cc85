/**
 * Pages of Spark for a browser elsewhere: the agent finds where one is, asks it once, and hands the
 * answer on.
 */
@NullMarked
package dev.plumbline.agent.page;

import org.jspecify.annotations.NullMarked;
