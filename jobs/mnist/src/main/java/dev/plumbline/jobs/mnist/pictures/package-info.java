/**
 * The pictures of a run, as PNG files. Made without java.desktop: a node needs neither that module
 * nor fonts.
 */
@NullMarked
package dev.plumbline.jobs.mnist.pictures;

import org.jspecify.annotations.NullMarked;
