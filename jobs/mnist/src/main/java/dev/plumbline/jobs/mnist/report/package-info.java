/** What a run leaves behind: metrics.json and model.bin. */
@NullMarked
package dev.plumbline.jobs.mnist.report;

import org.jspecify.annotations.NullMarked;
