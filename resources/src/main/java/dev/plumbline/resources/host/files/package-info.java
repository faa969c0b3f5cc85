/** The port to the file system of a node. */
@NullMarked
package dev.plumbline.resources.host.files;

import org.jspecify.annotations.NullMarked;
