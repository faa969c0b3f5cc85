/**
 * Where jobs are handled: one thread that hears what agents say of them, lets {@link
 * dev.plumbline.controller.job.Driver} decide, keeps each change on the disk, and then gives the
 * orders. Everything else asks it, or looks at the snapshots that it publishes.
 */
@NullMarked
package dev.plumbline.controller.job.desk;

import org.jspecify.annotations.NullMarked;
