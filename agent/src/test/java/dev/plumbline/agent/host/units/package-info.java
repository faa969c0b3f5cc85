@NullMarked
package dev.plumbline.agent.host.units;

import org.jspecify.annotations.NullMarked;
