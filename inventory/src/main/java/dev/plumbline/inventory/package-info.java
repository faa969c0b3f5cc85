/**
 * From the YAML document to one catalog per node. {@link
 * dev.plumbline.inventory.InventoryLoader#load} gives an {@link dev.plumbline.inventory.Inventory},
 * or every problem at once; apart from reading files it is a pure function.
 *
 * <pre>
 * yaml          text → values with line and column
 * document      values → nodes, groups, and the layers of settings that they bring
 * substitution  fills in ${…}, for each node
 * merge         the layers of one node → one tree
 * state         one tree → specs → catalog: local files, references to other nodes, cluster-wide rules
 * connect       how a node is reached for first contact
 * </pre>
 */
@NullMarked
package dev.plumbline.inventory;

import org.jspecify.annotations.NullMarked;
