/** The port to the program that makes SSH key pairs. */
@NullMarked
package dev.plumbline.resources.host.keypairs;

import org.jspecify.annotations.NullMarked;
