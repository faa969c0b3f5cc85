/**
 * Plain substitution of {@code ${…}}: what the node is, vars, the environment. {@code $${} stands
 * for the text {@code ${}. There is no logic in it.
 */
@NullMarked
package dev.plumbline.inventory.substitution;

import org.jspecify.annotations.NullMarked;
