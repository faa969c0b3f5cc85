/** The log of a job on the disk, and its lines. */
@NullMarked
package dev.plumbline.controller.job.log;

import org.jspecify.annotations.NullMarked;
