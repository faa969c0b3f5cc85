/** Tests on real nodes; they are tagged {@code lab} and need Linux and root or a Docker engine. */
@NullMarked
package dev.plumbline.lab.real;

import org.jspecify.annotations.NullMarked;
