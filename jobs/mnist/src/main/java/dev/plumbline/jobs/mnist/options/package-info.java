/** What stands on the command line. */
@NullMarked
package dev.plumbline.jobs.mnist.options;

import org.jspecify.annotations.NullMarked;
