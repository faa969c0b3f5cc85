/** One node: its container, its NICs, its snapshot. */
@NullMarked
package dev.plumbline.lab.node;

import org.jspecify.annotations.NullMarked;
