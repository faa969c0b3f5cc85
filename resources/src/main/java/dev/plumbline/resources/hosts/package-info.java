/**
 * Names of machines in a block of {@code /etc/hosts}.
 *
 * <pre>{@code
 * hosts:
 *   nodes: all
 *   entries:
 *     192.168.56.1: [storage, storage.example.com]
 * }</pre>
 *
 * <p>{@code nodes} takes {@code all}, a group, a node or a list of them. Each node gets one line:
 * its address in the cluster, its name, and the host name that {@code hostname} gives it where that
 * is another one.
 *
 * <p>Debian and Ubuntu install a line {@code 127.0.1.1 NAME} for the machine's own name, by which
 * MPI, Spark and Swarm would bind to the loopback interface. A name that the block maps to a real
 * address is therefore taken out of every loopback line outside the block; the other names of such
 * a line stay. What was taken out stands as a comment in the block, and comes back as a line when
 * the block no longer maps that name, or goes.
 *
 * <p>All other lines stay as they are, with the file's owner, mode and line ends. Where cloud-init
 * is told to write {@code /etc/hosts} itself ({@code manage_etc_hosts}), the block is gone after
 * each restart: turn that off.
 */
@NullMarked
package dev.plumbline.resources.hosts;

import org.jspecify.annotations.NullMarked;
