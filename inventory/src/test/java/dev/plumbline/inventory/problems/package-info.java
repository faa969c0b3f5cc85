/**
 * Everything that can be wrong with an inventory, by fixtures: {@code src/test/resources/problems}
 * holds a folder for each class of mistakes, in it {@code <case>.yaml}, or a folder {@code <case>}
 * where more than one file takes part, and beside it {@code <case>.problems}.
 */
@NullMarked
package dev.plumbline.inventory.problems;

import org.jspecify.annotations.NullMarked;
