/** Between the messages of the wire and the types of the controller. */
@NullMarked
package dev.plumbline.controller.rpc.wire;

import org.jspecify.annotations.NullMarked;
