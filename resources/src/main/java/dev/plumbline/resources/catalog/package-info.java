/**
 * All specs of one node: their order, their links to other nodes, and the form in which they
 * travel.
 */
@NullMarked
package dev.plumbline.resources.catalog;

import org.jspecify.annotations.NullMarked;
