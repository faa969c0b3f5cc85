/** Measures Plumbline beside other tools, on nodes of the lab. */
@NullMarked
package dev.plumbline.bench;

import org.jspecify.annotations.NullMarked;
