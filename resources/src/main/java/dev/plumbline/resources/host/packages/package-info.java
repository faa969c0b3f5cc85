/**
 * The port to the packages of a node: what dpkg has, what the archives offer, what apt would do.
 */
@NullMarked
package dev.plumbline.resources.host.packages;

import org.jspecify.annotations.NullMarked;
