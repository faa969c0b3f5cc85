/**
 * A neutral tree of maps, lists and scalars that knows where each value was written; YAML and JSON
 * are both read into it.
 */
@NullMarked
package dev.plumbline.resources.value;

import org.jspecify.annotations.NullMarked;
