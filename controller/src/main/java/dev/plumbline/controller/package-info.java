/** The deciding process, and {@code plumb}, its command line. */
@NullMarked
package dev.plumbline.controller;

import org.jspecify.annotations.NullMarked;
