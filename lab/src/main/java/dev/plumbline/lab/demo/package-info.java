/** {@code plumb demo}: the whole program shown on three nodes of the lab. */
@NullMarked
package dev.plumbline.lab.demo;

import org.jspecify.annotations.NullMarked;
