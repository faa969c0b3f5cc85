/**
 * The JSON Schema of inventories, for editors; made from the records that inventories are read
 * into.
 */
@NullMarked
package dev.plumbline.inventory.schema;

import org.jspecify.annotations.NullMarked;
