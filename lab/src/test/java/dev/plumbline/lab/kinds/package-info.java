/**
 * The kinds of resources on real nodes, without controller and agent: the test's own process
 * reaches into the nodes, with the ports that the agent has.
 */
@NullMarked
package dev.plumbline.lab.kinds;

import org.jspecify.annotations.NullMarked;
