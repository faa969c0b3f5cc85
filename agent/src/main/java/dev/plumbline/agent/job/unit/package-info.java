/** The programs of jobs, in transient units of systemd that live on when the agent dies. */
@NullMarked
package dev.plumbline.agent.job.unit;

import org.jspecify.annotations.NullMarked;
