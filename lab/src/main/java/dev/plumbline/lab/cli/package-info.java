/** The commands of {@code plumb lab}. */
@NullMarked
package dev.plumbline.lab.cli;

import org.jspecify.annotations.NullMarked;
