/** Reads YAML that somebody else wrote; the only place that knows the library. */
@NullMarked
package dev.plumbline.agent.host.yaml;

import org.jspecify.annotations.NullMarked;
