/** The control service: what the command line may ask of the controller. */
@NullMarked
package dev.plumbline.controller.rpc.control;

import org.jspecify.annotations.NullMarked;
