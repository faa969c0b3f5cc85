/** Tests of the bench itself; the bench measures nothing here. */
@NullMarked
package dev.plumbline.bench;

import org.jspecify.annotations.NullMarked;
