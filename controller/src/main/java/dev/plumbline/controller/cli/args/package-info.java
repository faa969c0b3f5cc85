/**
 * Declares commands and reads command lines. A small parser of our own: to set up a general one
 * takes longer than a whole apply that changes nothing.
 */
@NullMarked
package dev.plumbline.controller.cli.args;

import org.jspecify.annotations.NullMarked;
