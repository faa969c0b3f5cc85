/**
 * From merged settings to one catalog per node: every kind's own codec, content of local files,
 * references to other nodes, rules that span the cluster, the order on each node.
 */
@NullMarked
package dev.plumbline.inventory.state;

import org.jspecify.annotations.NullMarked;
