/** The little that a lab reads of an inventory, and the local inventory that it writes. */
@NullMarked
package dev.plumbline.lab.inventory;

import org.jspecify.annotations.NullMarked;
