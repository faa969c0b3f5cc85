/** What is looked at before a job starts, without a change to anything. */
@NullMarked
package dev.plumbline.agent.job.look;

import org.jspecify.annotations.NullMarked;
