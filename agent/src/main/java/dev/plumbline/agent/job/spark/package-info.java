/** The drivers of Spark jobs, as containers beside the cluster's Spark. */
@NullMarked
package dev.plumbline.agent.job.spark;

import org.jspecify.annotations.NullMarked;
