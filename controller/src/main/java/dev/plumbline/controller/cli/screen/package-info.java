/** Where progress is shown: a terminal whose last lines are redrawn in place, or plain lines. */
@NullMarked
package dev.plumbline.controller.cli.screen;

import org.jspecify.annotations.NullMarked;
