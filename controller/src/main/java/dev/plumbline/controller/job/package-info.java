/**
 * Jobs, as they are decided. Agents report what is; {@link dev.plumbline.controller.job.Driver}
 * compares that with what should be and gives the next orders; {@link
 * dev.plumbline.controller.job.JobQueue} says whose turn it is, and why others wait; {@link
 * dev.plumbline.controller.job.Preflight} says what stands against a start. A job goes through the
 * phases of {@link dev.plumbline.controller.job.JobPhase} and no other way.
 *
 * <p>Everything here is pure: the same view gives the same decision. Reports and orders that are
 * lost, doubled or late do no harm.
 */
@NullMarked
package dev.plumbline.controller.job;

import org.jspecify.annotations.NullMarked;
