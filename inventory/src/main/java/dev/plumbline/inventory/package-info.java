/** From the YAML document to one catalog per node. */
@NullMarked
package dev.plumbline.inventory;

import org.jspecify.annotations.NullMarked;
