/**
 * Calls the controller over its control socket; the only package of the caller's side that knows
 * the wire.
 */
@NullMarked
package dev.plumbline.controller.client.rpc;

import org.jspecify.annotations.NullMarked;
