/**
 * Turns what the controller tells into what a person reads. Pure: the same data, colour and width
 * give the same lines.
 */
@NullMarked
package dev.plumbline.controller.cli.render;

import org.jspecify.annotations.NullMarked;
