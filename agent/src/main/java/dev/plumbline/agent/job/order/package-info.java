/** What a controller orders of a job. */
@NullMarked
package dev.plumbline.agent.job.order;

import org.jspecify.annotations.NullMarked;
