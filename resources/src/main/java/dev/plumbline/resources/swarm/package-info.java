/**
 * The place of a node in the cluster's Docker swarm.
 *
 * <pre>{@code
 * state:
 *   docker: {}
 *   swarm: {role: manager, advertise: "${node.address}", labels: {disk: ssd}}
 * }</pre>
 *
 * <p>That is said of the managers, and {@code swarm: worker} of all others. A cluster has one
 * swarm: that of the first manager, in the order of the inventory, that is in one. If none is, the
 * first manager makes it, and all others join with tokens that travel from node to node in memory
 * only. {@code advertise} is the address under which the others reach a node; give it where a node
 * has several. {@code join_address} is for a node that reaches the managers elsewhere than they say
 * themselves. A role of {@code none} takes the node out of the swarm.
 *
 * <p>Each node answers for its own membership. What only a manager can say of a node is the matter
 * of the first manager of the inventory, and stands in its plan, under {@code members}: role,
 * {@code availability} and {@code labels} of nodes that are in the swarm; the line that a node
 * leaves behind in the list when it leaves and joins again; and a node that was removed from the
 * list, which joins again. Labels, and nodes, that the inventory does not name are left alone.
 *
 * <p>A node in another swarm is only taken out of it with {@code leave_foreign: true}; without, the
 * plan fails and says so. A swarm that the cluster's own managers once made and have left is no
 * such other swarm for a worker. The address of a manager cannot change while it is in the swarm.
 *
 * <p>Nodes reach each other on TCP 2377 and 7946, UDP 7946 and 4789; a node that cannot reach a
 * manager says so before it leaves anything. An engine with {@code live-restore} cannot be in a
 * swarm. A swarm with encrypted keys (autolock) is not unlocked, and one without quorum is not
 * forced: both are reported with the command that does it.
 */
@NullMarked
package dev.plumbline.resources.swarm;

import org.jspecify.annotations.NullMarked;
