/**
 * Tells in the log of a Spark job what its executors do: a plugin of Spark, {@code
 * spark.plugins=dev.plumbline.jobs.spark.Watch}.
 *
 * <p>Each executor reports to the driver as soon as code of ours has run in it; a worker that
 * Spark's master calls alive may have none that comes so far. One that ends is counted, and the end
 * of its own log is shown; Spark would start others for ever, and say only that the job has not
 * accepted any resources. A job none of whose executors comes to life is ended.
 */
@NullMarked
package dev.plumbline.jobs.spark;

import org.jspecify.annotations.NullMarked;
