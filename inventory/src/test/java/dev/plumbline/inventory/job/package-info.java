/**
 * Job files, right and wrong ones. What can be wrong lies in {@code
 * src/test/resources/job-problems} as it does for inventories: a case is {@code job.yaml} alone, or
 * a folder with more files; a case without an inventory gets a usual one.
 */
@NullMarked
package dev.plumbline.inventory.job;

import org.jspecify.annotations.NullMarked;
