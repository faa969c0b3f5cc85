/** The port to the users and groups of a node. */
@NullMarked
package dev.plumbline.resources.host.accounts;

import org.jspecify.annotations.NullMarked;
