/** The command {@code plumb}: reads a command line, asks the controller, prints what it says. */
@NullMarked
package dev.plumbline.controller.cli;

import org.jspecify.annotations.NullMarked;
