/** How a node is reached over SSH for first contact. */
@NullMarked
package dev.plumbline.inventory.connect;

import org.jspecify.annotations.NullMarked;
