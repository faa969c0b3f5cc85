/**
 * What the keys of an inventory mean, in words: for {@code plumb explain} and for the pages under
 * docs, made from the records that inventories are read into.
 */
@NullMarked
package dev.plumbline.inventory.reference;

import org.jspecify.annotations.NullMarked;
