/** IP addresses as texts that are checked and compared by meaning; nothing here asks a network. */
@NullMarked
package dev.plumbline.resources.ip;

import org.jspecify.annotations.NullMarked;
