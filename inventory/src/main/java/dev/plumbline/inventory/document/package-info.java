/**
 * The outline of an inventory: which nodes and groups there are, which group holds which node, and
 * which settings every one of them brings. What the settings mean is not looked at here.
 */
@NullMarked
package dev.plumbline.inventory.document;

import org.jspecify.annotations.NullMarked;
