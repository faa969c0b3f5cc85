/**
 * Whether a change that could cut a node off may stay: asks for the addresses that it touches, by
 * itself and through other agents.
 */
@NullMarked
package dev.plumbline.controller.guard;

import org.jspecify.annotations.NullMarked;
