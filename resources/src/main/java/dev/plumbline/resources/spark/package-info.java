/**
 * Apache Spark on the cluster: a master, workers, and the jobs of {@code kind: spark} that run on
 * them.
 *
 * <pre>{@code
 * nodes:
 *   master:
 *     state:
 *       swarm: {role: manager, advertise: "${node.address}"}
 *       overlay_networks: {sparknet: {attachable: true}}
 *       spark: {role: both, image: plumbline/spark:4.1.0, archive: spark.tar, network: sparknet, user: mpihpc}
 *   worker1:
 *     state:
 *       swarm: {role: worker, advertise: "${node.address}"}
 *       spark:
 *         role: worker
 *         image: plumbline/spark:4.1.0
 *         archive: spark.tar
 *         network: sparknet
 *         user: mpihpc
 *         cores: 2
 *         memory: 2GiB
 * }</pre>
 *
 * <p>One node is the master, {@code role: master} or {@code both}; the others are {@code worker}.
 * Master and worker are a container each, on a network of the swarm, and start again when they end.
 * The image is fetched by its name. Where no registry can be reached, {@code archive} names a file
 * as {@code docker save} writes it, or as {@code jobs/spark-image} makes it: it travels to each
 * node once, through the controller. An image must have Java 17 in {@code /opt/java/openjdk} and
 * Spark's jars in {@code /opt/spark/jars}, as those of the Apache project have.
 *
 * <p>All of it runs as a user of the node, without capabilities, and so do the executors of jobs.
 * Nobody gets in without the secret that the master makes and that the nodes hand to each other in
 * memory; it lies in {@code /var/lib/plumbline/spark/conf}, for that user only. Spark's REST server
 * stays off. The master's page is published on the node's port 8080, only for the node itself
 * unless {@code page} says an address; who sees it can change nothing there. It leads on to the
 * pages of the workers and of running jobs; {@code plumb forward spark} brings it to a browser. The
 * master's port 7077 is on Spark's network only.
 *
 * <p>A container that ended, was removed, or was made otherwise is drift. One that is otherwise is
 * made anew, and so are all when the secret is another: a job that runs there is waited for first.
 * Spark that leaves the inventory is removed; its image and what executors wrote stay. Other
 * containers, and settings of single jobs, are never touched.
 */
@NullMarked
package dev.plumbline.resources.spark;

import org.jspecify.annotations.NullMarked;
