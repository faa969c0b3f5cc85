/** Parsers tested on texts that real nodes have given. */
@NullMarked
package dev.plumbline.agent.host.packages;

import org.jspecify.annotations.NullMarked;
