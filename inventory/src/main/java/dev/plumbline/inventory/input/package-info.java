/**
 * Everything outside that an inventory is made of: files, the environment, the home of the caller.
 * It is asked for here and nowhere else, so that it is known afterwards what an inventory depends
 * on.
 */
@NullMarked
package dev.plumbline.inventory.input;

import org.jspecify.annotations.NullMarked;
