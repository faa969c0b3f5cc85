/** What this node tells of a job. */
@NullMarked
package dev.plumbline.agent.job.report;

import org.jspecify.annotations.NullMarked;
