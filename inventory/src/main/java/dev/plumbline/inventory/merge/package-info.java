/**
 * How the settings of one node come together: layers in order, maps deep, everything else replaced,
 * null removes; and which line gave each value.
 */
@NullMarked
package dev.plumbline.inventory.merge;

import org.jspecify.annotations.NullMarked;
