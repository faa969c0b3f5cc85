/** A whole lab: brought up, handled and taken down, by commands and by tests. */
@NullMarked
package dev.plumbline.lab.api;

import org.jspecify.annotations.NullMarked;
