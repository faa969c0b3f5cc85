/**
 * The launcher {@code plumb}, run as a user runs it, in a small checkout with a build of its own.
 */
@NullMarked
package dev.plumbline.lab.launcher;

import org.jspecify.annotations.NullMarked;
