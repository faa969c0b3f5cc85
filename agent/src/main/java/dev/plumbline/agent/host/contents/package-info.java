/** The real port to the files that travel beside a catalog: the cache that jobs use too. */
@NullMarked
package dev.plumbline.agent.host.contents;

import org.jspecify.annotations.NullMarked;
