/**
 * What a caller may ask of the controller, and what it hears. Plain data: the package {@code rpc}
 * below carries it over the control socket.
 */
@NullMarked
package dev.plumbline.controller.client;

import org.jspecify.annotations.NullMarked;
