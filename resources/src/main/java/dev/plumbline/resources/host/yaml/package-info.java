/** The port to a reader of YAML, for configuration files of others. */
@NullMarked
package dev.plumbline.resources.host.yaml;

import org.jspecify.annotations.NullMarked;
