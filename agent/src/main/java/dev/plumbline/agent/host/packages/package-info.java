/**
 * The packages of a node by way of dpkg and apt: their files are parsed, their programs run.
 *
 * <p>Archive lists are kept under {@code /run}, apart from those of the node, so that planning
 * leaves {@code /var} alone and a transaction is carried out with the lists by which it was
 * planned.
 */
@NullMarked
package dev.plumbline.agent.host.packages;

import org.jspecify.annotations.NullMarked;
