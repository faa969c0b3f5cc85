/** The files of the repository that are made from records, and the tests that they are current. */
@NullMarked
package dev.plumbline.inventory.generated;

import org.jspecify.annotations.NullMarked;
