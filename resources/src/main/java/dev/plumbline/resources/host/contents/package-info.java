/** The port to the files that travel beside a catalog. */
@NullMarked
package dev.plumbline.resources.host.contents;

import org.jspecify.annotations.NullMarked;
